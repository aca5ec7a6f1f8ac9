INSERT INTO story_report (story_id, report_id, why, score, at, n)
VALUES (?1, ?2, ?3, ?4, ?5, (SELECT COALESCE(MAX(n), 0) + 1 FROM story_report))
