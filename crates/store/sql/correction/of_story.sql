SELECT * FROM correction WHERE story_id = ?1 ORDER BY id DESC
