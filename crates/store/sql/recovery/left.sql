SELECT COUNT(*) AS codes FROM recovery_code WHERE person_id = ?1 AND used IS NULL
