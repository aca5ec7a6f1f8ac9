INSERT INTO story_country (story_id, country, in_lang, in_sector, updated) VALUES (?1, ?2, ?3, ?4, ?5)
