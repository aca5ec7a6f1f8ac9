INSERT INTO log (at, who, act, thing, thing_id, reason, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
