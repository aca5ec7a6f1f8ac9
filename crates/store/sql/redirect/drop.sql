DELETE FROM redirect WHERE path = ?1
