UPDATE token SET ended = ?2 WHERE by_who = ?1 AND ended IS NULL
