SELECT * FROM piece WHERE kind = ?1 ORDER BY published DESC, id DESC LIMIT ?2
