SELECT * FROM piece_draft WHERE piece_id = ?1
