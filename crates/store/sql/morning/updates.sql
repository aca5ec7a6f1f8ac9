-- Published stories whose newest draft waits for a person, oldest first.
-- What is dear to find out is found out for those shown only.
SELECT s.*, COALESCE(p.at, 0) AS goes_out, shown.in_all,
  (SELECT COUNT(*) FROM report r
   JOIN report n ON n.source_id = r.source_id AND n.guid = r.guid AND n.superseded_by IS NULL
   WHERE r.id IN (SELECT report_id FROM story_report WHERE story_id = s.id
                  UNION ALL SELECT report_id FROM story_cites WHERE story_id = s.id)
     AND (n.status <> 'usable' OR n.embargo > ?1))
  + CASE WHEN s.embargo > ?1 THEN 1 ELSE 0 END AS quiet
FROM (
  SELECT t.id, COUNT(*) OVER () AS in_all
  FROM story t
  WHERE t.stage = 'published' AND t.held_reason <> ''
    AND (CAST(?2 AS TEXT) = '' OR EXISTS (SELECT 1 FROM claim k WHERE k.story_id = t.id AND k.who = ?2)
      OR EXISTS (SELECT 1 FROM revision v WHERE v.story_id = t.id AND (v.editor = ?2 OR v.drafter = ?2)))
  ORDER BY t.id
  LIMIT ?3
) shown
JOIN story s ON s.id = shown.id
LEFT JOIN schedule p ON p.story_id = s.id
ORDER BY s.id
