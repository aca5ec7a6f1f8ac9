DELETE FROM story_term WHERE story_id = ?1 AND term = ?2
