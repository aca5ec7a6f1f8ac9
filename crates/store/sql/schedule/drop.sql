DELETE FROM schedule WHERE story_id = ?1
