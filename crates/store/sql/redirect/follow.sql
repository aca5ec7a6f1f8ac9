-- What led to an address that leads on now leads to its end.
UPDATE redirect SET target = ?2 WHERE target = ?1
