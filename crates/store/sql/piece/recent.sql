SELECT * FROM piece ORDER BY published DESC, id DESC LIMIT ?1
