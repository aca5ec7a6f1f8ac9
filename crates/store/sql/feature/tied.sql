-- Equal numbers are read again: two that were tied at the same moment by two servers may share one. The language is no way
-- to walk: it would lead through all history.
SELECT f.report_id, tie.story_id, f.at, f.feature, tie.n
FROM story_report tie
JOIN report_feature f ON f.report_id = tie.report_id
WHERE tie.n >= ?1 AND f.lang || '' = ?2
ORDER BY tie.n
