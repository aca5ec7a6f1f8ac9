-- With the moment at which readers got the next one of the story.
SELECT r.*,
  (SELECT MIN(n.published) FROM revision n WHERE n.story_id = r.story_id AND n.number > r.number) AS replaced
FROM revision r
WHERE r.id > ?1 AND r.published < ?2
ORDER BY r.id LIMIT ?3
