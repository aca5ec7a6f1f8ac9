SELECT name FROM server WHERE beat >= ?1 ORDER BY name
