INSERT INTO label (story_id, field, value, who, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (story_id, field) DO UPDATE SET value = excluded.value, who = excluded.who, at = excluded.at
