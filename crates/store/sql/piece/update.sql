UPDATE piece SET
  slug = ?3, hash = ?4, kind = ?5, title = ?6, byline = ?7, role = ?8, published = ?9, sector = ?10, lang = ?11,
  summary = ?12, markdown = ?13
WHERE id = ?1 AND hash = ?2
