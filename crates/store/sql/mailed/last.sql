SELECT MAX(at) AS last FROM mailed WHERE person_id = ?1
