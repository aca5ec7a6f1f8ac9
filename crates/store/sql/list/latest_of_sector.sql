SELECT * FROM card
WHERE stage = 'published' AND sector = ?4 AND (updated, id) < (?1, ?2)
  AND (CAST(?5 AS TEXT) IS NULL OR lang = ?5)
ORDER BY updated DESC, id DESC LIMIT ?3
