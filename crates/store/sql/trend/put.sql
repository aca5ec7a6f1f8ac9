INSERT INTO trend (story_id, log2_score) VALUES (?1, ?2)
ON CONFLICT (story_id) DO UPDATE SET log2_score = excluded.log2_score
