UPDATE person SET competence = ?2 WHERE id = ?1
