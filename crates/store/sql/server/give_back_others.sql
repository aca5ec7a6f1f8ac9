UPDATE job SET leased_until = ?2
WHERE parked IS NULL AND leased_until > ?2
  AND SUBSTR(COALESCE(worker, ''), 1, LENGTH(CAST(?1 AS TEXT)) + 1) <> CAST(?1 AS TEXT) || '/'
