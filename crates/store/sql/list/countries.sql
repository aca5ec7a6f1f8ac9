SELECT name AS country, CAST(SUM(CASE WHEN list = 'filed' THEN stories ELSE 0 END) AS BIGINT) AS filed,
  CAST(SUM(CASE WHEN list = 'about' THEN stories ELSE 0 END) AS BIGINT) AS about
FROM story_count WHERE list IN ('about', 'filed') AND stories > 0 GROUP BY name ORDER BY name
