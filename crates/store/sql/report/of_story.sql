-- The tie may still name an older version: its item's newest one counts.
SELECT newest.*
FROM story_report tie
JOIN report tied ON tied.id = tie.report_id
JOIN stored_report newest
  ON newest.source_id = tied.source_id AND newest.guid = tied.guid AND newest.superseded_by IS NULL
WHERE tie.story_id = ?1 AND newest.status = 'usable' AND (newest.embargo IS NULL OR newest.embargo <= ?2)
ORDER BY newest.received, newest.id
