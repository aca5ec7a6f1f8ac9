SELECT * FROM ceremony WHERE hash = ?1
