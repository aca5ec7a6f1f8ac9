SELECT card.*, best.log2_score
FROM (SELECT story_id, log2_score FROM trend ORDER BY log2_score DESC, story_id DESC LIMIT ?2) AS best
JOIN card ON card.id = best.story_id
WHERE CAST(?3 AS TEXT) IS NULL OR card.lang = ?3
ORDER BY best.log2_score DESC, best.story_id DESC LIMIT ?1
