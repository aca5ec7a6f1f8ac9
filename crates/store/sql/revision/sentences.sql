SELECT * FROM sentence WHERE revision_id = ?1 ORDER BY ordinal
