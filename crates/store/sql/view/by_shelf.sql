-- Sectors, languages, countries in one pass. `0 +`: SQLite would else walk all views there are in the order of their stories.
SELECT s.sector, s.lang, s.filed_from, s.about, s.placed, CAST(SUM(seen.views) AS BIGINT) AS views
FROM (SELECT 0 + story_id AS story, SUM(views) AS views FROM view WHERE hour >= ?1 GROUP BY 0 + story_id) seen
JOIN story s ON s.id = seen.story
GROUP BY s.sector, s.lang, s.filed_from, s.about, s.placed
ORDER BY s.sector, s.lang
