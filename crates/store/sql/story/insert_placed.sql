INSERT INTO story_edition (story_id, edition, updated) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
