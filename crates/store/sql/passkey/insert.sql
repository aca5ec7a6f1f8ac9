INSERT INTO passkey (person_id, credential, name, fixed, state, transports, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
