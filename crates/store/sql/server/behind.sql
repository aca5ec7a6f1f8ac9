SELECT name FROM server WHERE seen < ?1 AND beat >= ?2 ORDER BY name
