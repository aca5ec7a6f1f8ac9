INSERT INTO schedule (story_id, revision_id, at, who, reason) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (story_id) DO UPDATE SET revision_id = ?2, at = ?3, who = ?4, reason = ?5
