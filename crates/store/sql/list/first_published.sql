SELECT card.*
FROM story seen JOIN card ON card.id = seen.id
WHERE seen.stage = 'published' AND seen.first_published >= ?4 AND (seen.first_published, seen.id) < (?1, ?2)
ORDER BY seen.first_published DESC, seen.id DESC LIMIT ?3
