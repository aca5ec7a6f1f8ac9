INSERT INTO correction (story_id, at, note, who) VALUES (?1, ?2, ?3, ?4)
