UPDATE revision SET hash = ?2, picture = CAST(?3 AS TEXT) WHERE id = ?1 AND published IS NULL
