INSERT INTO story_edition (story_id, edition, in_lang, in_sector, updated) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
