-- What is read: for each story the base-2 logarithm of the sum over hours of views x 2^(hour / half-life). The order of
-- these is the order of the trending list at any moment, so the list is a walk of one index.
CREATE TABLE trend (story_id BIGINT PRIMARY KEY, log2_score DOUBLE PRECISION NOT NULL);
CREATE INDEX trend_score ON trend (log2_score, story_id);

-- A story's terms lie together, and the stories with a term are found without a look at the table.
CREATE TABLE story_terms (
  story_id BIGINT NOT NULL, term TEXT NOT NULL, weight DOUBLE PRECISION NOT NULL, PRIMARY KEY (story_id, term)
) {{by_key}};
INSERT INTO story_terms (story_id, term, weight) SELECT story_id, term, weight FROM story_term;
DROP TABLE story_term;
ALTER TABLE story_terms RENAME TO story_term;
CREATE INDEX story_term_newest ON story_term (term, story_id, weight);

-- How many stories have a term: what is related is looked for by the rarest ones.
CREATE TABLE term_count (term TEXT PRIMARY KEY, stories BIGINT NOT NULL) {{by_key}};
INSERT INTO term_count (term, stories) SELECT term, COUNT(*) FROM story_term GROUP BY term;
