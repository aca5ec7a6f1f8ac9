UPDATE recovery_code SET used = ?3 WHERE person_id = ?1 AND hash = ?2 AND used IS NULL
