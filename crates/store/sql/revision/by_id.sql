SELECT * FROM revision WHERE id = ?1
