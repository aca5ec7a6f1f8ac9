-- Published stories made before this one, in its language, that share three of its rarest terms, two of them names.
WITH mine AS (
  SELECT t.term AS term, t.weight AS weight
  FROM story_term t JOIN term_count n ON n.term = t.term
  WHERE t.story_id = ?1 AND n.stories > 1 AND n.stories <= ?2 ORDER BY n.stories, t.weight DESC, t.term LIMIT 16
), shared AS (
  SELECT other.story_id AS story_id, SUM(mine.weight * other.weight) AS weight
  FROM mine JOIN story_term other ON other.term = mine.term
  WHERE other.story_id < ?1
  GROUP BY other.story_id
  HAVING COUNT(*) >= 3 AND SUM(CASE WHEN mine.term LIKE 'name:%' THEN 1 ELSE 0 END) >= 2
)
SELECT shared.story_id, shared.weight
FROM shared
JOIN story s ON s.id = shared.story_id
JOIN story own ON own.id = ?1
WHERE s.stage = 'published' AND s.lang = own.lang
ORDER BY shared.weight DESC, shared.story_id DESC LIMIT 1
