-- How many each source has since then; rows are written as time goes by.
SELECT source_id, COUNT(*) AS oddities FROM oddity
WHERE id > COALESCE((SELECT id FROM oddity WHERE at < ?1 ORDER BY id DESC LIMIT 1), 0) AND at >= ?1
GROUP BY source_id
ORDER BY source_id
