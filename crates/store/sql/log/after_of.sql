SELECT * FROM log
WHERE id > ?1 AND (CAST(?2 AS TEXT) = '' OR who = ?2) AND (CAST(?3 AS TEXT) = '' OR act = ?3)
  AND at >= ?4 AND at < ?5
ORDER BY id LIMIT ?6
