SELECT picture FROM piece WHERE picture IS NOT NULL UNION SELECT picture FROM piece_draft WHERE picture IS NOT NULL
UNION SELECT picture FROM piece_text WHERE picture IS NOT NULL
