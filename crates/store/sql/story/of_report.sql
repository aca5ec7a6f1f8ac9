SELECT tie.story_id
FROM report r
JOIN report version ON version.source_id = r.source_id AND version.guid = r.guid
JOIN story_report tie ON tie.report_id = version.id
WHERE r.id = ?1
ORDER BY version.id DESC LIMIT 1
