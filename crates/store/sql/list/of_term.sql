SELECT card.*
FROM story_term t
JOIN card ON card.id = t.story_id
WHERE t.term = ?1 AND t.story_id < ?2
ORDER BY t.story_id DESC
LIMIT ?3
