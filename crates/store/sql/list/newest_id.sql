SELECT id FROM story WHERE stage = 'published' ORDER BY id DESC LIMIT 1
