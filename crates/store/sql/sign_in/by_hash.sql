SELECT * FROM sign_in WHERE hash = ?1
