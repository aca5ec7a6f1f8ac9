DELETE FROM story_cites WHERE story_id = ?1 AND report_id = ?2
