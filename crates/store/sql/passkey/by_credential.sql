SELECT * FROM passkey WHERE credential = ?1
