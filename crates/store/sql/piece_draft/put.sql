INSERT INTO piece_draft (piece_id, hash, kind, title, byline, role, published, sector, lang, summary, markdown, picture, told,
  changed_by, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (piece_id) DO UPDATE SET
  hash = excluded.hash, kind = excluded.kind, title = excluded.title, byline = excluded.byline, role = excluded.role,
  published = excluded.published, sector = excluded.sector, lang = excluded.lang, summary = excluded.summary,
  markdown = excluded.markdown, picture = excluded.picture, told = excluded.told, changed_by = excluded.changed_by,
  at = excluded.at
