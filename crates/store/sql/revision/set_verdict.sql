UPDATE revision SET verdict = ?2 WHERE id = ?1
