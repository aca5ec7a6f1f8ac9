SELECT d.piece_id FROM piece_draft d JOIN piece p ON p.id = d.piece_id
WHERE p.state = 'out' ORDER BY d.at DESC, d.piece_id DESC LIMIT ?1
