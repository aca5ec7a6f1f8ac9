-- A job whose worker never came back to say how it went, as often as a job may be tried.
UPDATE job SET parked = ?1, leased_until = NULL, worker = NULL, last_error = ?3
WHERE parked IS NULL AND leased_until <= ?1 AND attempts >= ?2
