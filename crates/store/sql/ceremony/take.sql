DELETE FROM ceremony WHERE hash = ?1
