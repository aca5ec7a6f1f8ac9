UPDATE sign_in SET stepped_up = ?2 WHERE hash = ?1
