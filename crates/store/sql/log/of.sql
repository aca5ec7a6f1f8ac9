SELECT * FROM log WHERE thing = ?1 AND thing_id = ?2 ORDER BY id
