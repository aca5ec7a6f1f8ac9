UPDATE story SET
  stage = ?2, sector = ?3, sector_reason = ?4, slug = ?5, lang = ?6, headline = ?7, dateline_place = ?8, filed_from = ?9,
  about = ?10, sensitive = ?11, picture = ?12, verdict = ?13, held_reason = ?14, first_published = ?15, updated = ?16,
  live = ?17, shelf = ?20, noindex = ?18, kill_notice = ?19, reviewed = ?21,
  byline = ?22, genre = ?23, urgency = ?24, embargo = ?25, placed = ?26,
  summary = COALESCE((SELECT r.summary FROM revision r WHERE r.id = ?17), ''),
  drafter = COALESCE((SELECT r.drafter FROM revision r WHERE r.id = ?17), '')
WHERE id = ?1
