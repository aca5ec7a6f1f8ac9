UPDATE job SET leased_until = NULL, run_after = ?2, last_error = ?3 WHERE id = ?1
