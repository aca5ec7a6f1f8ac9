SELECT first_out FROM piece WHERE id = ?1
