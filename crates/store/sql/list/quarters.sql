SELECT quarter, stories FROM story_quarter WHERE quarter >= ?1 AND quarter < ?2 AND stories > 0 ORDER BY quarter
