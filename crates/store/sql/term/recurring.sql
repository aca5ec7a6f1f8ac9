-- Full names of a story that other stories name, too, the most told first.
SELECT t.term, n.stories
FROM story_term t
JOIN term_count n ON n.term = t.term
WHERE t.story_id = ?1 AND t.term LIKE 'name:% %' AND n.stories >= ?2
ORDER BY t.weight DESC, t.term
LIMIT ?3
