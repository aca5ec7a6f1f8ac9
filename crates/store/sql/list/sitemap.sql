SELECT id, sector, slug, updated FROM card WHERE id >= ?1 AND id < ?2 AND noindex = 0 ORDER BY id
