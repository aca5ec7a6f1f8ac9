INSERT INTO saved_view (person_id, name, query) VALUES (?1, ?2, ?3)
ON CONFLICT (person_id, name) DO UPDATE SET query = excluded.query
