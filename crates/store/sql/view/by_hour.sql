SELECT hour, CAST(SUM(views) AS BIGINT) AS views FROM view WHERE hour >= ?1 GROUP BY hour ORDER BY hour
