SELECT * FROM revision WHERE story_id = ?1 AND (editor <> '' OR drafter NOT IN (?2, ?3)) ORDER BY number DESC LIMIT 1
