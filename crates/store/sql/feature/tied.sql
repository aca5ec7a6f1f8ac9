-- Equal numbers are read again: two that were tied at the same moment by two servers may share one.
SELECT f.report_id, f.lang, tie.story_id, f.at, f.feature, tie.n
FROM story_report tie
JOIN report_feature f ON f.report_id = tie.report_id
WHERE tie.n >= ?1
ORDER BY tie.n
