SELECT target FROM redirect WHERE path = ?1
