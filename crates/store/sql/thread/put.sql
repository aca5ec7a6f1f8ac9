INSERT INTO thread (story_id, head_id, after_id, why, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (story_id) DO UPDATE SET head_id = excluded.head_id, after_id = excluded.after_id, why = excluded.why
