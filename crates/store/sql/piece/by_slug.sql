SELECT id FROM piece WHERE kind = ?1 AND slug = ?2
