SELECT * FROM token WHERE hash = ?1 AND ended IS NULL AND (expires IS NULL OR expires > ?2)
