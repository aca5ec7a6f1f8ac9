-- Expired rather than taken away: the same job may have been saved again, and waits as it stands.
UPDATE job SET leased_until = ?2, attempts = attempts - ?3
WHERE parked IS NULL AND leased_until > ?2 AND SUBSTR(worker, 1, LENGTH(CAST(?1 AS TEXT)) + 1) = CAST(?1 AS TEXT) || '/'
