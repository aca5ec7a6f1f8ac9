SELECT card.*
FROM card
WHERE card.id = ?1 OR card.id IN (SELECT story_id FROM thread WHERE head_id = ?1)
ORDER BY card.first_published DESC, card.id DESC
LIMIT ?2
