DELETE FROM server WHERE id = ?1
