UPDATE job SET leased_until = NULL, worker = NULL, run_after = ?2, attempts = attempts - 1 WHERE id = ?1
