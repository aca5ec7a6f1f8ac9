-- Raw bytes under the size where a file of their own is better, by SHA-256.
CREATE TABLE blob (hash TEXT PRIMARY KEY, bytes {{bytes}} NOT NULL);
