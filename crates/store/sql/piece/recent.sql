SELECT * FROM piece WHERE state = 'out' AND published <= ?1 ORDER BY published DESC, id DESC LIMIT ?2
