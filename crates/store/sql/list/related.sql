-- The rarest terms of the story that others have too, and the stories about its time that have them: the same work however
-- many stories there are.
WITH mine AS (
  SELECT t.term AS term, t.weight AS weight
  FROM story_term t JOIN term_count n ON n.term = t.term
  WHERE t.story_id = ?1 AND n.stories > 1 AND n.stories <= ?4 ORDER BY n.stories, t.weight DESC, t.term LIMIT 8
), shared AS (
  SELECT other.story_id AS story_id, SUM(mine.weight * other.weight) AS weight
  FROM mine JOIN story_term other ON other.term = mine.term
  WHERE other.story_id <> ?1
    AND other.story_id > ?1 - CAST(?3 AS BIGINT) AND other.story_id < ?1 + CAST(?3 AS BIGINT)
  GROUP BY other.story_id
  HAVING COUNT(*) >= 2
  ORDER BY SUM(mine.weight * other.weight) DESC, other.story_id DESC LIMIT 40
)
SELECT card.*, shared.weight AS weight
FROM shared JOIN card ON card.id = shared.story_id
ORDER BY shared.weight DESC, card.id DESC LIMIT ?2
