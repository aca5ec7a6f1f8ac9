SELECT COUNT(*) AS acts FROM log WHERE who = ?1 AND act IN ('publish', 'update') AND at >= ?2
