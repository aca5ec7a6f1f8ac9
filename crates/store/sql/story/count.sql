INSERT INTO story_count (list, name, stories) VALUES (?1, ?2, ?3)
ON CONFLICT (list, name) DO UPDATE SET stories = story_count.stories + excluded.stories
