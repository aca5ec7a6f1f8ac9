INSERT INTO merge (story_id, into_id, at) VALUES (?1, ?2, ?3)
