INSERT INTO story_report (story_id, report_id, why, score, at) VALUES (?1, ?2, ?3, ?4, ?5)
