SELECT t.story_id, t.log2_score FROM trend t JOIN story s ON s.id = t.story_id
WHERE s.stage = 'published' ORDER BY t.log2_score DESC, t.story_id DESC LIMIT ?1
