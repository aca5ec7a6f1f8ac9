SELECT sector, COUNT(*) AS stories FROM story WHERE stage = 'published' AND updated IS NOT NULL
GROUP BY sector ORDER BY sector
