DELETE FROM signature WHERE story_id = ?1 AND words_hash = ?2
