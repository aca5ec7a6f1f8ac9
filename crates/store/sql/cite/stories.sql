-- Stories under which a person put any version of that report.
SELECT DISTINCT k.story_id
FROM report r
JOIN report version ON version.source_id = r.source_id AND version.guid = r.guid
JOIN story_cites k ON k.report_id = version.id
WHERE r.id = ?1
ORDER BY k.story_id
