INSERT INTO change (at, story_id, what) VALUES (?1, ?2, ?3) RETURNING n
