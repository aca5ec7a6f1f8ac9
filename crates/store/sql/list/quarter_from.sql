SELECT quarter FROM story_quarter WHERE quarter >= ?1 AND stories > 0 ORDER BY quarter LIMIT 1
