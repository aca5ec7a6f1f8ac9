INSERT INTO redirect (path, target, who, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (path) DO UPDATE SET target = excluded.target, who = excluded.who, at = excluded.at
