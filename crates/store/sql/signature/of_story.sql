SELECT * FROM signature WHERE story_id = ?1 ORDER BY at
