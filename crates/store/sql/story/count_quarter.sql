INSERT INTO story_quarter (quarter, stories) VALUES (?1, ?2)
ON CONFLICT (quarter) DO UPDATE SET stories = story_quarter.stories + excluded.stories
