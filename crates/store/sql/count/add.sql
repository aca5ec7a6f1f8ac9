INSERT INTO story_count (what, name, stories) VALUES (?1, ?2, ?3)
ON CONFLICT (what, name) DO UPDATE SET stories = story_count.stories + excluded.stories
