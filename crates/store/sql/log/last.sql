SELECT hash FROM log WHERE id = (SELECT MAX(id) FROM log)
