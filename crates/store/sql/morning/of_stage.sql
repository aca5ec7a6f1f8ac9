-- Stories of a stage other than published, oldest first; with a name, those that this person claimed, wrote or changed. Quiet: a
-- report of theirs was taken back or is under embargo, or they are themselves.
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
  WHERE t.stage = ?2 AND t.stage <> 'published'
    AND (CAST(?3 AS TEXT) = '' OR EXISTS (SELECT 1 FROM claim k WHERE k.story_id = t.id AND k.who = ?3)
      OR EXISTS (SELECT 1 FROM revision v WHERE v.story_id = t.id AND (v.editor = ?3 OR v.drafter = ?3)))
  ORDER BY t.id
  LIMIT ?4
) shown
JOIN story s ON s.id = shown.id
LEFT JOIN schedule p ON p.story_id = s.id
ORDER BY s.id
