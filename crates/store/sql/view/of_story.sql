SELECT CAST(COALESCE(SUM(views), 0) AS BIGINT) AS views FROM view WHERE story_id = ?1
