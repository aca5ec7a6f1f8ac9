UPDATE invitation SET used = ?2 WHERE hash = ?1 AND used IS NULL
