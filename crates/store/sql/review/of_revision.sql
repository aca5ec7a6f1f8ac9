SELECT * FROM review WHERE story_id = ?1 AND revision_hash = ?2 ORDER BY id DESC LIMIT 1
