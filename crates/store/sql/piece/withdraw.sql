DELETE FROM piece WHERE id = ?1 AND hash = ?2
