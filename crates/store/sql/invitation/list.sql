SELECT * FROM invitation WHERE used IS NULL AND expires > ?1 ORDER BY created DESC
