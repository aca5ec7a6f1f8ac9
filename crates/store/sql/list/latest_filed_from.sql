SELECT * FROM card
WHERE stage = 'published' AND filed_from = ?4 AND (updated, id) < (?1, ?2)
  AND (CAST(?5 AS TEXT) IS NULL OR lang = ?5)
  AND (CAST(?6 AS TEXT) IS NULL OR sector = ?6)
ORDER BY updated DESC, id DESC LIMIT ?3
