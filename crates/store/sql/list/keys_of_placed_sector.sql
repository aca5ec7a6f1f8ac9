SELECT story_id AS id, updated FROM story_edition
WHERE in_sector = ?4 AND (updated, story_id) < (?1, ?2)
ORDER BY updated DESC, story_id DESC LIMIT ?3
