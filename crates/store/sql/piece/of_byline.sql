SELECT * FROM piece WHERE byline = ?1 ORDER BY published DESC, id DESC LIMIT ?2
