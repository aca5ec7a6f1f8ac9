DELETE FROM recovery_code WHERE person_id = ?1
