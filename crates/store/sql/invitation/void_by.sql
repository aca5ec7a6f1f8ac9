UPDATE invitation SET used = ?2 WHERE by_who = ?1 AND used IS NULL
