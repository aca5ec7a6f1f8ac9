INSERT INTO report (source_id, guid, version, status, headline, lang, text_hash, raw_hash, received, published, embargo,
  filed_from, meta)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
RETURNING id
