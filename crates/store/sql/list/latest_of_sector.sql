SELECT * FROM card
WHERE stage = 'published' AND sector = ?4 AND (updated, id) < (?1, ?2)
ORDER BY updated DESC, id DESC LIMIT ?3
