SELECT into_id FROM merge WHERE story_id = ?1
