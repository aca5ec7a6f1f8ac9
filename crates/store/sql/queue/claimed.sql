-- Stories that somebody works on.
SELECT s.*, COALESCE(k.who, '') AS claimed, COALESCE(p.at, 0) AS goes_out
FROM claim k
JOIN story s ON s.id = k.story_id
LEFT JOIN schedule p ON p.story_id = s.id
WHERE s.stage NOT IN ('killed', 'merged') AND s.id < ?1
  AND (CAST(?2 AS TEXT) = '' OR s.sector = ?2)
  AND (CAST(?3 AS TEXT) = '' OR s.verdict = ?3)
  AND (CAST(?4 AS TEXT) = '' OR s.filed_from = ?4 OR EXISTS (SELECT 1 FROM story_about a WHERE a.story_id = s.id AND a.country = ?4))
  AND (?5 = 0 OR EXISTS (SELECT 1 FROM story_report t JOIN report r ON r.id = t.report_id WHERE t.story_id = s.id AND r.source_id = ?5)
    OR EXISTS (SELECT 1 FROM story_cites t JOIN report r ON r.id = t.report_id WHERE t.story_id = s.id AND r.source_id = ?5))
  AND k.who = ?6
  AND (?8 = 0 OR s.urgency BETWEEN 1 AND ?8)
ORDER BY s.id DESC
LIMIT ?7
