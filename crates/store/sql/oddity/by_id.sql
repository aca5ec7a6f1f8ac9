SELECT at, what, blob FROM oddity WHERE id = ?1 AND source_id = ?2
