UPDATE thread SET head_id = ?2 WHERE head_id = ?1
