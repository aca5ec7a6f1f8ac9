SELECT * FROM invitation WHERE hash = ?1 AND used IS NULL AND expires > ?2
