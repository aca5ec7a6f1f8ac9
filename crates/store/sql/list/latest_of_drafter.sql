SELECT * FROM card
WHERE stage = 'published' AND drafter = ?4 AND (updated, id) < (?1, ?2)
ORDER BY updated DESC, id DESC LIMIT ?3
