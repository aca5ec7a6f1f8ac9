-- Of a day that is over, sites that hardly anybody came from are told apart no longer.
DELETE FROM referrer WHERE day < ?1 AND day >= ?2 AND views < ?3
