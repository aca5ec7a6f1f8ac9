INSERT INTO invitation (hash, email, role, by_who, person_id, created, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
