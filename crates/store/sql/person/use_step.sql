-- Whether this step is newer than the last one used: a code is taken once.
UPDATE person SET totp_step = ?2 WHERE id = ?1 AND totp_step < ?2
