SELECT * FROM person WHERE email = ?1
