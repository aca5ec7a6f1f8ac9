INSERT INTO claim (story_id, who, at) VALUES (?1, ?2, ?3)
ON CONFLICT (story_id) DO UPDATE SET who = ?2, at = ?3
