DELETE FROM story_edition WHERE story_id = ?1
