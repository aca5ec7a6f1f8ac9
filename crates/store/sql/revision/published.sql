SELECT * FROM revision WHERE story_id = ?1 AND published IS NOT NULL ORDER BY number DESC
