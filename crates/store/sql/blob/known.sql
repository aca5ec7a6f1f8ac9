SELECT 1 AS known FROM blob WHERE hash = ?1
