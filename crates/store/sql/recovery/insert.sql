INSERT INTO recovery_code (person_id, hash) VALUES (?1, ?2)
