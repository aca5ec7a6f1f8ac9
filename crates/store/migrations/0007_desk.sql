-- Who works at the desk. A password is an Argon2id hash; `totp` the secret of the one-time codes, `totp_step` the last step
-- that was used, so that no code is taken twice. `left_at` is set when somebody leaves: their name stays in the record.
CREATE TABLE person (
  id {{id}}, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, competence TEXT NOT NULL DEFAULT '',
  password TEXT NOT NULL, totp TEXT NOT NULL, totp_step BIGINT NOT NULL DEFAULT 0, created BIGINT NOT NULL, left_at BIGINT
);
-- Tokens and codes are kept as SHA-256 only: who reads this table cannot use it.
CREATE TABLE recovery_code (person_id BIGINT NOT NULL, hash TEXT NOT NULL, used BIGINT, PRIMARY KEY (person_id, hash));
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY, email TEXT NOT NULL, role TEXT NOT NULL, by_who TEXT NOT NULL, person_id BIGINT, created BIGINT NOT NULL,
  expires BIGINT NOT NULL, used BIGINT
);
-- A signed-in browser. `stepped_up` is when its person last proved who they are beyond the cookie.
CREATE TABLE sign_in (
  hash TEXT PRIMARY KEY, person_id BIGINT NOT NULL, created BIGINT NOT NULL, seen BIGINT NOT NULL, stepped_up BIGINT,
  agent TEXT NOT NULL, address TEXT NOT NULL
);
CREATE INDEX sign_in_person ON sign_in (person_id);

-- Who works on a story.
CREATE TABLE claim (story_id BIGINT PRIMARY KEY, who TEXT NOT NULL, at BIGINT NOT NULL);
-- When a story's revision goes out by itself, in whose name and why.
CREATE TABLE schedule (
  story_id BIGINT PRIMARY KEY, revision_id BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL
);
-- A sentence that no source supports and for which a named person answers; readers see it.
CREATE TABLE signature (
  story_id BIGINT NOT NULL, words_hash TEXT NOT NULL, words TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (story_id, words_hash)
);
-- The record of a person's review, bound to the revision's name: another revision has none until it is reviewed.
CREATE TABLE review (
  id {{id}}, story_id BIGINT NOT NULL, revision_hash TEXT NOT NULL, person_id BIGINT NOT NULL, at BIGINT NOT NULL, review TEXT NOT NULL
);
CREATE INDEX review_story ON review (story_id, revision_hash, id);

-- The person who last changed a machine's words; empty where none has.
ALTER TABLE revision ADD COLUMN editor TEXT NOT NULL DEFAULT '';
-- The live revision was reviewed: lists need no label for it.
ALTER TABLE story ADD COLUMN reviewed BIGINT NOT NULL DEFAULT 0;
DROP VIEW card;
CREATE VIEW card AS
SELECT s.id, s.stage, s.slug, s.sector, s.lang, s.headline, s.summary, s.dateline_place, s.filed_from, s.about, s.picture,
  COALESCE(s.first_published, s.updated) AS first_published, s.updated, s.noindex, s.drafter, s.shelf, s.reviewed
FROM story s
WHERE s.stage = 'published' AND s.updated IS NOT NULL;

-- Published stories whose newest draft waits for a person: the reason is why.
CREATE INDEX story_update_waits ON story (id) WHERE stage = 'published' AND held_reason <> '';

-- Each row of the log names the one before it by its SHA-256; rows from before this have none.
ALTER TABLE log ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX log_who ON log (who, id);
