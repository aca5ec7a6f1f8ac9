SELECT id FROM server WHERE beat < ?1 ORDER BY id
