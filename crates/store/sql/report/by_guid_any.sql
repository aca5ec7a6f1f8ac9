SELECT * FROM stored_report WHERE guid = ?1 ORDER BY id DESC LIMIT 1
