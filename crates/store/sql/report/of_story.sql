-- The tie may still name an older version: its item's newest one counts. What a person put under the story counts like what
-- came to it.
SELECT newest.*
FROM (
  SELECT report_id FROM story_report WHERE story_id = ?1
  UNION
  SELECT report_id FROM story_cites WHERE story_id = ?1
) tie
JOIN report tied ON tied.id = tie.report_id
JOIN stored_report newest
  ON newest.source_id = tied.source_id AND newest.guid = tied.guid AND newest.superseded_by IS NULL
WHERE newest.status = 'usable' AND (newest.embargo IS NULL OR newest.embargo <= ?2)
ORDER BY newest.received, newest.id
