SELECT * FROM stored_report WHERE id = ?1
