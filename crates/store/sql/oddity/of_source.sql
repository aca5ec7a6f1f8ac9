SELECT id, at, what, blob FROM oddity WHERE source_id = ?1 ORDER BY id DESC LIMIT ?2
