-- The newest story of briefs that has room, looked for among the newest ties only.
SELECT s.id
FROM story_report tie
JOIN report r ON r.id = tie.report_id
JOIN source src ON src.id = r.source_id
JOIN story s ON s.id = tie.story_id
WHERE tie.n > (SELECT COALESCE(MAX(n), 0) FROM story_report) - 20000
  AND src.treatment = 'round-up' AND s.lang = ?1 AND s.created >= ?2 AND s.stage NOT IN ('killed', 'merged')
  AND (SELECT COUNT(*) FROM story_report has WHERE has.story_id = s.id) < ?3
ORDER BY tie.n DESC LIMIT 1
