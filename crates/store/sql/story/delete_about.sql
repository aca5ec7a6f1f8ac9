DELETE FROM story_about WHERE story_id = ?1
