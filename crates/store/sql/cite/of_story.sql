-- The newest version of each.
SELECT DISTINCT newest.id AS report_id
FROM story_cites k
JOIN report cited ON cited.id = k.report_id
JOIN report newest ON newest.source_id = cited.source_id AND newest.guid = cited.guid AND newest.superseded_by IS NULL
WHERE k.story_id = ?1
ORDER BY newest.id
