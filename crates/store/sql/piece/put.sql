INSERT INTO piece (slug, hash, kind, title, byline, role, published, sector, lang, summary, markdown, state, first_out)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'out', ?7)
ON CONFLICT (kind, slug) DO UPDATE SET
  hash = excluded.hash, title = excluded.title, byline = excluded.byline, role = excluded.role,
  published = excluded.published, sector = excluded.sector, lang = excluded.lang, summary = excluded.summary,
  markdown = excluded.markdown, state = 'out', changed_by = '',
  first_out = CASE WHEN piece.first_out <= ?12 THEN piece.first_out ELSE excluded.published END
RETURNING id
