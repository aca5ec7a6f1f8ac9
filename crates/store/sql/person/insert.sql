INSERT INTO person (email, name, role, competence, password, totp, created)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
RETURNING id
