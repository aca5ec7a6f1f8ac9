SELECT * FROM piece WHERE state = 'out' AND byline = ?1 AND published <= ?2 ORDER BY published DESC, id DESC LIMIT ?3
