SELECT story_id, value, at FROM label WHERE field = ?1 ORDER BY at DESC, story_id DESC LIMIT ?2
