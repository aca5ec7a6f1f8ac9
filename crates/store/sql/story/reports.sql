SELECT report_id FROM story_report WHERE story_id = ?1 ORDER BY report_id
