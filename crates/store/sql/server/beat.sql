INSERT INTO server (id, name, started, beat, seen) VALUES (?1, ?2, ?4, ?4, ?3)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, beat = excluded.beat, seen = excluded.seen
