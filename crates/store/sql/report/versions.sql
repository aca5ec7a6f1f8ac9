SELECT * FROM stored_report WHERE source_id = ?1 AND guid = ?2 ORDER BY id DESC LIMIT ?3
