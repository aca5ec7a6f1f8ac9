UPDATE person SET password = ?2, totp = ?3, totp_step = 0 WHERE id = ?1
