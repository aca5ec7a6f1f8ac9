SELECT name AS country, CAST(SUM(CASE WHEN what = 'filed_from' THEN stories ELSE 0 END) AS BIGINT) AS filed,
  CAST(SUM(CASE WHEN what = 'about' THEN stories ELSE 0 END) AS BIGINT) AS about
FROM story_count WHERE what IN ('filed_from', 'about') AND stories > 0 GROUP BY name ORDER BY name
