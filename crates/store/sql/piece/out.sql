SELECT * FROM piece WHERE state = 'out' ORDER BY published DESC, id DESC LIMIT ?1
