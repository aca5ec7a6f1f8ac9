-- How many published stories a sector or country has: every page's frame names them, and no page may count them.
CREATE TABLE story_count (
  what TEXT NOT NULL, name TEXT NOT NULL, stories BIGINT NOT NULL, PRIMARY KEY (what, name)
);
INSERT INTO story_count (what, name, stories)
SELECT 'sector', sector, COUNT(*) FROM story WHERE stage = 'published' AND updated IS NOT NULL GROUP BY sector;
INSERT INTO story_count (what, name, stories)
SELECT 'filed_from', filed_from, COUNT(*) FROM story
WHERE stage = 'published' AND updated IS NOT NULL AND filed_from IS NOT NULL GROUP BY filed_from;
INSERT INTO story_count (what, name, stories)
SELECT 'about', country, COUNT(*) FROM story_about WHERE updated IS NOT NULL GROUP BY country;

-- What is read: for each story the base-2 logarithm of the sum over hours of views x 2^(hour / half-life). The order of
-- these is the order of the trending list at any moment, so the list is a walk of one index.
CREATE TABLE trend (story_id BIGINT PRIMARY KEY, log2_score DOUBLE PRECISION NOT NULL);
CREATE INDEX trend_score ON trend (log2_score, story_id);

-- The newest stories with a term, without a look at the table.
DROP INDEX story_term_term;
CREATE INDEX story_term_newest ON story_term (term, story_id, weight);
