UPDATE piece SET
  slug = ?2, hash = ?3, kind = ?4, title = ?5, byline = ?6, role = ?7, published = ?8, sector = ?9, lang = ?10,
  summary = ?11, markdown = ?12, state = ?13, first_out = ?14, changed_by = ?15, picture = ?16
WHERE id = ?1
