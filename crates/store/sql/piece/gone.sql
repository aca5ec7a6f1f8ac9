SELECT * FROM piece WHERE state = 'withdrawn' ORDER BY withdrawn_at DESC, id DESC LIMIT ?1
