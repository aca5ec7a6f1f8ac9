UPDATE source SET failures = failures + 1, last_error = ?2, last_fetched = ?3, next_fetch = ?4 WHERE id = ?1
