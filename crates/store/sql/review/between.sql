SELECT * FROM review WHERE at >= ?1 AND at < ?2 ORDER BY id
