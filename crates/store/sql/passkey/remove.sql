DELETE FROM passkey WHERE id = ?1 AND person_id = ?2 RETURNING name
