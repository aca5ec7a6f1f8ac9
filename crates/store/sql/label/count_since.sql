SELECT COUNT(*) AS n FROM label WHERE field = ?1 AND at > ?2
