UPDATE person SET role = ?2, competence = ?3 WHERE id = ?1
