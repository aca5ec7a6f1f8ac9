SELECT country, CAST(SUM(filed) AS BIGINT) AS filed, CAST(SUM(about) AS BIGINT) AS about FROM (
  SELECT filed_from AS country, COUNT(*) AS filed, 0 AS about FROM story
  WHERE stage = 'published' AND filed_from IS NOT NULL AND updated IS NOT NULL GROUP BY filed_from
  UNION ALL
  SELECT country, 0 AS filed, COUNT(*) AS about FROM story_about WHERE updated IS NOT NULL GROUP BY country
) AS counted GROUP BY country ORDER BY country
