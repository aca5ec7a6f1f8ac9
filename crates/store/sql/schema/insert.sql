INSERT INTO schema (number, name) VALUES (?1, ?2)
