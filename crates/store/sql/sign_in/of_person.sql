SELECT * FROM sign_in WHERE person_id = ?1 ORDER BY seen DESC
