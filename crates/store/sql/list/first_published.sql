SELECT card.*
FROM story first JOIN card ON card.id = first.id
WHERE first.stage = 'published' AND first.first_published >= ?4 AND (first.first_published, first.id) < (?1, ?2)
ORDER BY first.first_published DESC, first.id DESC LIMIT ?3
