DELETE FROM claim WHERE story_id = ?1
