-- Only over the state that was checked: of two answers at once, one counts.
UPDATE passkey SET state = ?3, used = ?4 WHERE id = ?1 AND state = ?2
