WITH shared AS (
  SELECT other.story_id AS story_id, SUM(mine.weight * other.weight) AS weight
  FROM story_term mine JOIN story_term other ON other.term = mine.term AND other.story_id <> mine.story_id
  WHERE mine.story_id = ?1
  GROUP BY other.story_id
  HAVING COUNT(*) >= 2
)
SELECT card.*, shared.weight AS weight
FROM shared JOIN card ON card.id = shared.story_id
ORDER BY shared.weight DESC, card.id DESC LIMIT ?2
