SELECT story_id, hour, views FROM view WHERE hour >= ?1 ORDER BY hour, story_id
