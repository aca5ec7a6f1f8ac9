-- Stories of a stage other than published, newest first; a filter that is empty lets all through.
SELECT s.*, COALESCE(k.who, '') AS claimed, COALESCE(p.at, 0) AS goes_out
FROM story s
LEFT JOIN claim k ON k.story_id = s.id
LEFT JOIN schedule p ON p.story_id = s.id
WHERE s.stage = ?1 AND s.stage <> 'published' AND s.id < ?2
  AND (CAST(?3 AS TEXT) = '' OR s.sector = ?3)
  AND (CAST(?4 AS TEXT) = '' OR s.verdict = ?4)
  AND (CAST(?5 AS TEXT) = '' OR s.filed_from = ?5 OR EXISTS (SELECT 1 FROM story_about a WHERE a.story_id = s.id AND a.country = ?5))
  AND (?6 = 0 OR EXISTS (SELECT 1 FROM story_report t JOIN report r ON r.id = t.report_id WHERE t.story_id = s.id AND r.source_id = ?6)
    OR EXISTS (SELECT 1 FROM story_cites t JOIN report r ON r.id = t.report_id WHERE t.story_id = s.id AND r.source_id = ?6))
  AND (CAST(?7 AS TEXT) = '' OR k.who = ?7)
  AND (?9 = 0 OR s.urgency BETWEEN 1 AND ?9)
ORDER BY s.id DESC
LIMIT ?8
