SELECT * FROM card WHERE id = ?1
