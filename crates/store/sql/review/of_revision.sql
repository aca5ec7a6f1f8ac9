SELECT * FROM review WHERE story_id = ?1 AND revision_hash = ?2 AND at >= ?3 ORDER BY id DESC LIMIT 1
