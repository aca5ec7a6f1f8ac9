DELETE FROM label WHERE story_id = ?1 AND field = ?2
