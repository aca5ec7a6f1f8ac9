SELECT * FROM revision WHERE story_id = ?1 ORDER BY number DESC LIMIT ?2
