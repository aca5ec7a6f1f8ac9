SELECT term, weight FROM story_term WHERE story_id = ?1
