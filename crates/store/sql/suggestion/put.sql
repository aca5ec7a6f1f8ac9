INSERT INTO suggestion (story_id, other_id, report_id, score, why, at, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open')
ON CONFLICT (story_id, other_id) DO NOTHING
