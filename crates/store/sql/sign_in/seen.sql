UPDATE sign_in SET seen = ?2 WHERE hash = ?1
