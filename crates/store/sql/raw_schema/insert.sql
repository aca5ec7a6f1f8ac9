INSERT INTO raw_schema (number, name) VALUES (?1, ?2)
