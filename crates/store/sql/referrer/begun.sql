SELECT COUNT(*) AS hosts FROM (SELECT 1 FROM referrer WHERE day = ?1 LIMIT 1) seen
