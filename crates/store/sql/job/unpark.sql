UPDATE job SET parked = NULL, attempts = 0, run_after = ?2 WHERE id = ?1 AND parked IS NOT NULL
