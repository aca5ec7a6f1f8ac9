SELECT id, sector, slug, updated FROM card WHERE id > ?1 AND noindex = 0 ORDER BY id LIMIT ?2
