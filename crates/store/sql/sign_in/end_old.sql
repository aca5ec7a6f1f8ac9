DELETE FROM sign_in WHERE seen < ?1 OR created < ?2
