SELECT * FROM piece WHERE id > ?1 AND state <> 'draft' AND first_out < ?2 ORDER BY id LIMIT ?3
