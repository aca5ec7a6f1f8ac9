UPDATE job SET leased_until = NULL, worker = NULL, run_after = ?2, last_error = ?3 WHERE id = ?1
