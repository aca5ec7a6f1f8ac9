INSERT INTO ceremony (hash, kind, seat, state, expires) VALUES (?1, ?2, ?3, ?4, ?5)
