DELETE FROM sign_in WHERE hash = ?1 AND person_id = ?2
