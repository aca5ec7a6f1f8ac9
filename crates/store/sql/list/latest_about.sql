SELECT card.*
FROM story_about tie JOIN card ON card.id = tie.story_id
WHERE tie.country = ?4 AND (tie.updated, tie.story_id) < (?1, ?2)
  AND (CAST(?5 AS TEXT) IS NULL OR lang = ?5)
  AND (CAST(?6 AS TEXT) IS NULL OR sector = ?6)
  AND (CAST(?7 AS TEXT) IS NULL OR filed_from = ?7)
ORDER BY tie.updated DESC, tie.story_id DESC LIMIT ?3
