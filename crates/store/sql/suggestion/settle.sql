UPDATE suggestion SET state = ?3
WHERE state = 'open' AND (story_id = ?1 AND other_id = ?2 OR story_id = ?2 AND other_id = ?1)
