INSERT INTO oddity (source_id, at, what, blob) VALUES (?1, ?2, ?3, ?4)
