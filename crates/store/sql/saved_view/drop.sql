DELETE FROM saved_view WHERE person_id = ?1 AND name = ?2
