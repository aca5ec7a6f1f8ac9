INSERT INTO term_count (term, stories) VALUES (?1, ?2)
ON CONFLICT (term) DO UPDATE SET stories = term_count.stories + excluded.stories
