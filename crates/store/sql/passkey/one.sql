SELECT id FROM passkey WHERE person_id = ?1 LIMIT 1
