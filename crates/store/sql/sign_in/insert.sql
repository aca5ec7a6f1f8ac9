INSERT INTO sign_in (hash, person_id, created, seen, stepped_up, agent, address) VALUES (?1, ?2, ?3, ?3, ?3, ?4, ?5)
