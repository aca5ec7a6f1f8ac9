SELECT * FROM redirect WHERE path > ?1 ORDER BY path LIMIT ?2
