INSERT INTO story_term (story_id, term, weight) VALUES (?1, ?2, ?3)
ON CONFLICT (story_id, term) DO UPDATE SET weight = excluded.weight
