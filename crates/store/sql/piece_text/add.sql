INSERT INTO piece_text (piece_id, hash, at, who, state, kind, title, byline, role, published, sector, lang, summary, markdown,
  picture, told)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
