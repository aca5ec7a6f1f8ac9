DELETE FROM story_country WHERE story_id = ?1
