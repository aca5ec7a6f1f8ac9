SELECT g.story_id, g.other_id, g.report_id, g.score, g.why, g.at
FROM suggestion g
JOIN story a ON a.id = g.story_id
JOIN story b ON b.id = g.other_id
WHERE g.state = 'open' AND a.stage NOT IN ('killed', 'merged') AND b.stage NOT IN ('killed', 'merged')
ORDER BY g.at DESC, g.story_id DESC
LIMIT ?1
