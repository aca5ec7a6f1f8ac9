-- What is read: for each story the base-2 logarithm of the sum over hours of views x 2^(hour / half-life). The order of
-- these is the order of the trending list at any moment, so the list is a walk of one index.
CREATE TABLE trend (story_id BIGINT PRIMARY KEY, log2_score DOUBLE PRECISION NOT NULL);
CREATE INDEX trend_score ON trend (log2_score, story_id);

-- The newest stories with a term, without a look at the table.
DROP INDEX story_term_term;
CREATE INDEX story_term_newest ON story_term (term, story_id, weight);
