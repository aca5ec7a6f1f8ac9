SELECT story_id AS id FROM story_edition WHERE edition = ?1 ORDER BY story_id
