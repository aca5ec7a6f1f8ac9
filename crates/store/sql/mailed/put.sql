INSERT INTO mailed (person_id, day, at) VALUES (?1, ?2, ?3) ON CONFLICT (person_id, day) DO NOTHING
