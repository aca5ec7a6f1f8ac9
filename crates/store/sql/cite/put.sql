INSERT INTO story_cites (story_id, report_id, who, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
