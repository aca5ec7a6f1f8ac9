SELECT * FROM passkey WHERE person_id = ?1 ORDER BY id
