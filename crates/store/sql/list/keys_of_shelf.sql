SELECT id, updated FROM story
WHERE stage = 'published' AND shelf = ?4 AND (updated, id) < (?1, ?2)
ORDER BY updated DESC, id DESC LIMIT ?3
