SELECT name AS sector, stories FROM story_count WHERE list = 'sector' AND stories > 0 ORDER BY name
