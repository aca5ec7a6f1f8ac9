SELECT c.* FROM correction c JOIN story s ON s.id = c.story_id
WHERE s.stage = 'published' ORDER BY c.id DESC LIMIT ?1
