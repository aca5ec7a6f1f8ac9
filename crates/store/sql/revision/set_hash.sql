UPDATE revision SET hash = ?2, note = ?3 WHERE id = ?1 AND published IS NULL
