SELECT * FROM asked WHERE story_id = ?1 ORDER BY id
