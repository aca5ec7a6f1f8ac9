-- Of one story: a walk of its own rows.
SELECT * FROM log
WHERE thing = 'story' AND thing_id = ?4 AND id < ?1 AND (CAST(?2 AS TEXT) = '' OR who = ?2)
  AND (CAST(?3 AS TEXT) = '' OR act = ?3) AND at >= ?5 AND at < ?6
ORDER BY id DESC LIMIT ?7
