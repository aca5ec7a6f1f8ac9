SELECT name, query FROM saved_view WHERE person_id = ?1 ORDER BY name
