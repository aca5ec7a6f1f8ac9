-- A key of the device of a person, which lets them in without password or code. `fixed` is its public half, `state`
-- what changes with each use, both as the library writes them that checks it. None of it lets anybody in.
CREATE TABLE passkey (
  id {{id}}, person_id BIGINT NOT NULL, credential {{bytes}} NOT NULL UNIQUE, name TEXT NOT NULL,
  fixed {{bytes}} NOT NULL, state {{bytes}} NOT NULL, transports BIGINT NOT NULL, created BIGINT NOT NULL, used BIGINT
);
CREATE INDEX passkey_person ON passkey (person_id);
-- What a browser was asked about a passkey and has not answered yet, by the SHA-256 of what its cookie holds. `seat` is
-- the signed-in browser that it was asked for; empty where nobody is signed in.
CREATE TABLE ceremony (
  hash TEXT PRIMARY KEY, kind TEXT NOT NULL, seat TEXT NOT NULL, state {{bytes}} NOT NULL, expires BIGINT NOT NULL
);
CREATE INDEX ceremony_expires ON ceremony (expires);
