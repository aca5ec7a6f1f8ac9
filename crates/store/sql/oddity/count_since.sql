-- Of the newest only: a source that sends nothing right has no end of them.
SELECT COUNT(*) AS oddities
FROM (SELECT at FROM oddity WHERE source_id = ?1 ORDER BY id DESC LIMIT ?3) newest
WHERE at >= ?2
