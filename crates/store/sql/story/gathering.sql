-- The newest round-up that has room, looked for among the newest ties only. What makes it one is why its reports were tied:
-- a page that an editor split off, or that began before its source was used for round-ups, takes no briefs.
SELECT s.id
FROM story_report tie
JOIN story s ON s.id = tie.story_id
WHERE tie.n > (SELECT COALESCE(MAX(n), 0) FROM story_report) - 20000 AND tie.why = ?1
  AND s.lang = ?2 AND s.stage NOT IN ('killed', 'merged') AND (s.stage <> 'held' OR s.held_reason LIKE ?3)
  AND s.created >= CASE WHEN s.first_published IS NULL THEN ?4 ELSE ?5 END
  AND (SELECT COUNT(*) FROM story_report has JOIN report r ON r.id = has.report_id
       WHERE has.story_id = s.id AND r.status = 'usable') < ?6
ORDER BY tie.n DESC LIMIT 1
