SELECT * FROM piece WHERE id = ?1 AND state <> 'withdrawn'
