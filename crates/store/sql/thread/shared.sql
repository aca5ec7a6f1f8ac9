SELECT a.term
FROM story_term a
JOIN story_term b ON b.term = a.term AND b.story_id = ?2
WHERE a.story_id = ?1 AND a.term LIKE 'name:%'
ORDER BY a.weight * b.weight DESC, a.term
