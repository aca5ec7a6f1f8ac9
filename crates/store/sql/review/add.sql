INSERT INTO review (story_id, revision_hash, person_id, at, review) VALUES (?1, ?2, ?3, ?4, ?5)
