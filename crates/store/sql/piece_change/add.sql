INSERT INTO piece_change (piece_id, at, told) VALUES (?1, ?2, ?3)
ON CONFLICT (piece_id, at) DO UPDATE SET told = excluded.told
