INSERT INTO piece (slug, hash, kind, title, byline, role, published, sector, lang, summary, markdown, state, first_out,
  changed_by, picture)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
RETURNING id
