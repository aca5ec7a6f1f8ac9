UPDATE person SET morning_mail = ?2 WHERE id = ?1
