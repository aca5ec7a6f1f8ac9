-- Who put reports of a source under a story.
SELECT DISTINCT k.who
FROM story_cites k
JOIN report r ON r.id = k.report_id
JOIN source s ON s.id = r.source_id
WHERE k.story_id = ?1 AND s.slug = ?2
ORDER BY k.who
