-- What lets a program in at the desk, kept as SHA-256 only. `scopes` are words with a space between; a row stays when its
-- token is ended, for the log names it, and no other token gets its name.
CREATE TABLE token (
  id {{id}}, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, by_who TEXT NOT NULL,
  created BIGINT NOT NULL, expires BIGINT, used BIGINT, ended BIGINT
);
