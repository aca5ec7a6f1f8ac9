SELECT * FROM piece WHERE id = ?1
