-- Whoever makes hosts up fills no table: a day has room for so many.
INSERT INTO referrer (day, host, views)
SELECT CAST(?1 AS BIGINT), CAST(?2 AS TEXT), CAST(?3 AS BIGINT)
WHERE (SELECT COUNT(*) FROM referrer WHERE day = ?1) < ?4
  OR EXISTS (SELECT 1 FROM referrer WHERE day = ?1 AND host = ?2)
ON CONFLICT (day, host) DO UPDATE SET views = referrer.views + excluded.views
