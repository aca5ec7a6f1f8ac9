SELECT id FROM oddity WHERE source_id = ?1 AND what = ?2 AND at > ?3 LIMIT 1
