INSERT INTO token (hash, name, scopes, by_who, created, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id
