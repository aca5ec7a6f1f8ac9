SELECT * FROM piece WHERE state <> 'out' AND state = ?1 ORDER BY published DESC, id DESC LIMIT ?2
