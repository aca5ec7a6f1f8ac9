-- One list of ids, so that either database looks each up by its key.
SELECT card.*
FROM card
WHERE card.id IN (SELECT CAST(?1 AS BIGINT) UNION ALL SELECT story_id FROM thread WHERE head_id = ?1)
ORDER BY card.first_published DESC, card.id DESC
LIMIT ?2
