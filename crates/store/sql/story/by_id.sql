SELECT * FROM story WHERE id = ?1
