SELECT morning_mail FROM person WHERE id = ?1
