INSERT INTO view (story_id, hour, views) VALUES (?1, ?2, ?3)
ON CONFLICT (story_id, hour) DO UPDATE SET views = view.views + excluded.views
