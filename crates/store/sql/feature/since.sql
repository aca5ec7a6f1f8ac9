SELECT f.report_id, f.lang, tie.story_id, f.at, f.feature
FROM report_feature f
JOIN report r ON r.id = f.report_id
JOIN story_report tie ON tie.report_id = f.report_id
JOIN story s ON s.id = tie.story_id
WHERE f.lang = ?1 AND f.at >= ?2 AND r.superseded_by IS NULL AND r.status = 'usable' AND s.stage NOT IN ('killed', 'merged')
ORDER BY f.at DESC, f.report_id DESC
LIMIT ?3
