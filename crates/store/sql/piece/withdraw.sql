-- Its slug is free for another: no slug of a title has a `#`.
UPDATE piece SET state = 'withdrawn', slug = '#' || id, withdrawn_by = ?2, withdrawn_why = ?3, withdrawn_at = ?4
WHERE id = ?1
