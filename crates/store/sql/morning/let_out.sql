-- Stories on the site that somebody let out, or updated, since then. Rows of the log are written as time goes by: a walk back
-- from the newest ends at the first that is too old.
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
  WHERE t.stage = 'published' AND t.id IN (
    SELECT l.thing_id FROM log l
    WHERE l.id > COALESCE((SELECT id FROM log WHERE at < ?3 ORDER BY id DESC LIMIT 1), 0)
      AND l.at >= ?3 AND l.thing = 'story' AND l.who = ?2 AND l.act IN ('publish', 'update'))
  ORDER BY t.id DESC
  LIMIT ?4
) shown
JOIN story s ON s.id = shown.id
LEFT JOIN schedule p ON p.story_id = s.id
ORDER BY s.id DESC
