SELECT host, CAST(SUM(views) AS BIGINT) AS views FROM referrer WHERE day >= ?1
GROUP BY host ORDER BY SUM(views) DESC, host LIMIT ?2
