SELECT * FROM stored_report WHERE source_id = ?1 ORDER BY id DESC LIMIT ?2
