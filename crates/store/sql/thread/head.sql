SELECT head_id FROM thread WHERE story_id = ?1
