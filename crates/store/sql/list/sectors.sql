SELECT name AS sector, stories FROM story_count WHERE what = 'sector' AND stories > 0 ORDER BY name
