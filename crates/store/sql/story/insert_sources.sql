-- The tie may still name an older version: its item's newest one counts.
INSERT INTO story_source (story_id, source_id, updated)
SELECT DISTINCT s.id, newest.source_id, s.updated
FROM story s
JOIN (
  SELECT story_id, report_id FROM story_report WHERE story_id = ?1
  UNION
  SELECT story_id, report_id FROM story_cites WHERE story_id = ?1
) tie ON tie.story_id = s.id
JOIN report tied ON tied.id = tie.report_id
JOIN report newest ON newest.source_id = tied.source_id AND newest.guid = tied.guid AND newest.superseded_by IS NULL
WHERE s.id = ?1 AND s.stage = 'published' AND s.updated IS NOT NULL AND newest.status = 'usable'
