SELECT * FROM review WHERE story_id = ?1 ORDER BY id
