DELETE FROM ceremony WHERE seat = ?1
