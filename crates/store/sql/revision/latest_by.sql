SELECT * FROM revision WHERE story_id = ?1 AND drafter = ?2 ORDER BY number DESC LIMIT 1
