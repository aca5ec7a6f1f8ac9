-- Terms of the sources whose reports a story rests on now.
SELECT DISTINCT s.id, s.treatment, s.show_words
FROM story_report tie
JOIN report tied ON tied.id = tie.report_id
JOIN report newest
  ON newest.source_id = tied.source_id AND newest.guid = tied.guid AND newest.superseded_by IS NULL
JOIN source s ON s.id = newest.source_id
WHERE tie.story_id = ?1 AND newest.status = 'usable' AND (newest.embargo IS NULL OR newest.embargo <= ?2)
ORDER BY s.id
