INSERT INTO referrer (day, host, views) VALUES (?1, ?2, ?3)
ON CONFLICT (day, host) DO UPDATE SET views = referrer.views + excluded.views
