-- The tie may still name an older version: its item's newest one counts, once. What a person put under the story counts like
-- what came to it.
SELECT newest.*
FROM stored_report newest
WHERE newest.id IN (
  SELECT version.id
  FROM (
    SELECT report_id FROM story_report WHERE story_id = ?1
    UNION
    SELECT report_id FROM story_cites WHERE story_id = ?1
  ) tie
  JOIN report tied ON tied.id = tie.report_id
  JOIN report version
    ON version.source_id = tied.source_id AND version.guid = tied.guid AND version.superseded_by IS NULL)
  AND newest.status = 'usable' AND (newest.embargo IS NULL OR newest.embargo <= ?2)
ORDER BY newest.received, newest.id
