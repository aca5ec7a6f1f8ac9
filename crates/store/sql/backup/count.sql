SELECT 'source' AS what, COUNT(*) AS n FROM source
UNION ALL SELECT 'report', COUNT(*) FROM report
UNION ALL SELECT 'report_text', COUNT(*) FROM report_text
UNION ALL SELECT 'oddity', COUNT(*) FROM oddity
UNION ALL SELECT 'story', COUNT(*) FROM story
UNION ALL SELECT 'revision', COUNT(*) FROM revision
UNION ALL SELECT 'sentence', COUNT(*) FROM sentence
UNION ALL SELECT 'correction', COUNT(*) FROM correction
UNION ALL SELECT 'log', COUNT(*) FROM log
UNION ALL SELECT 'change', COUNT(*) FROM change
UNION ALL SELECT 'job', COUNT(*) FROM job
UNION ALL SELECT 'view', COUNT(*) FROM view
UNION ALL SELECT 'piece', COUNT(*) FROM piece
