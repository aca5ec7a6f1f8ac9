SELECT * FROM stored_report ORDER BY id DESC LIMIT ?1
