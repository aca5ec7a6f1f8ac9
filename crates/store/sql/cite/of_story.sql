SELECT report_id FROM story_cites WHERE story_id = ?1 ORDER BY report_id
