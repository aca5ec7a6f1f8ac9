UPDATE source
SET etag = ?2, last_modified = ?3, last_fetched = ?4, next_fetch = ?5, failures = 0, last_error = NULL
WHERE id = ?1
