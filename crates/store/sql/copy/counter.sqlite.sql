SELECT COALESCE(MAX(seq), 0) AS last FROM sqlite_sequence WHERE name = ?1 AND ?2 <> ''
