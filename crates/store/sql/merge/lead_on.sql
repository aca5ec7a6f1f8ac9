UPDATE merge SET into_id = ?2 WHERE into_id = ?1
