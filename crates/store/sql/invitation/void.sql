-- A newer link to the same end takes the place of an older one.
UPDATE invitation SET used = ?2 WHERE email = ?1 AND used IS NULL
