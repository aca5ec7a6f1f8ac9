-- The heaviest terms of the story, and the stories about its time that have them: the same work however many there are.
WITH mine AS (
  SELECT term, weight FROM story_term WHERE story_id = ?1 ORDER BY weight DESC, term LIMIT 8
), shared AS (
  SELECT other.story_id AS story_id, SUM(mine.weight * other.weight) AS weight
  FROM mine JOIN story_term other ON other.term = mine.term AND other.story_id <> ?1
    AND other.story_id > ?1 - CAST(?3 AS BIGINT) AND other.story_id < ?1 + CAST(?3 AS BIGINT)
  GROUP BY other.story_id
  HAVING COUNT(*) >= 2
)
SELECT card.*, shared.weight AS weight
FROM shared JOIN card ON card.id = shared.story_id
ORDER BY shared.weight DESC, card.id DESC LIMIT ?2
