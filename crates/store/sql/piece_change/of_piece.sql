SELECT * FROM piece_change WHERE piece_id = ?1 ORDER BY at DESC
