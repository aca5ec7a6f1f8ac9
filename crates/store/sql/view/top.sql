-- `0 +`: SQLite would else walk all views there are in the order of their stories.
SELECT s.id, s.headline, s.sector, s.lang, CAST(seen.views AS BIGINT) AS views
FROM (
  SELECT 0 + story_id AS story, SUM(views) AS views FROM view WHERE hour >= ?1
  GROUP BY 0 + story_id ORDER BY SUM(views) DESC, 0 + story_id DESC LIMIT ?2
) seen
JOIN story s ON s.id = seen.story
ORDER BY seen.views DESC, s.id DESC
