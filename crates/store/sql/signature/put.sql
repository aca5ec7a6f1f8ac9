INSERT INTO signature (story_id, words_hash, words, who, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (story_id, words_hash) DO UPDATE SET who = ?4, reason = ?5, at = ?6
