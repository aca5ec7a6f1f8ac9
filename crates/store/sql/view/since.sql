SELECT v.story_id, v.hour, v.views FROM view v JOIN story s ON s.id = v.story_id
WHERE v.hour >= ?1 AND s.stage = 'published' ORDER BY v.hour, v.story_id
