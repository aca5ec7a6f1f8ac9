-- Any stage but published, which most stories are in: it has a file of its own.
SELECT * FROM story WHERE stage = ?1 AND stage <> 'published' ORDER BY id DESC LIMIT ?2
