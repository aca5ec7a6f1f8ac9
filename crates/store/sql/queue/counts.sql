SELECT stage AS list, COUNT(*) AS stories FROM story WHERE stage <> 'published' GROUP BY stage
UNION ALL
SELECT 'updates', COUNT(*) FROM story WHERE stage = 'published' AND held_reason <> ''
UNION ALL
SELECT 'likely', COUNT(*) FROM suggestion g JOIN story a ON a.id = g.story_id JOIN story b ON b.id = g.other_id
WHERE g.state = 'open' AND a.stage NOT IN ('killed', 'merged') AND b.stage NOT IN ('killed', 'merged')
