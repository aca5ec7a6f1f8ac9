-- Rows are written as time goes by: a walk back from the newest ends at the first that is too old.
SELECT act, COUNT(DISTINCT thing_id) AS stories,
  COUNT(DISTINCT CASE WHEN who = ?2 THEN thing_id END) AS by_it,
  COUNT(DISTINCT CASE WHEN who <> ?2 THEN thing_id END) AS by_others
FROM log
WHERE id > COALESCE((SELECT id FROM log WHERE at < ?1 ORDER BY id DESC LIMIT 1), 0)
  AND at >= ?1 AND act IN ('publish', 'update', 'correct', 'kill', 'hold')
GROUP BY act
