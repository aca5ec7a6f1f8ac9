SELECT card.*
FROM story_source tie JOIN card ON card.id = tie.story_id
WHERE tie.source_id = ?4 AND (tie.updated, tie.story_id) < (?1, ?2)
ORDER BY tie.updated DESC, tie.story_id DESC LIMIT ?3
