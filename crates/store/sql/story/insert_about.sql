INSERT INTO story_about (story_id, country, updated) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
