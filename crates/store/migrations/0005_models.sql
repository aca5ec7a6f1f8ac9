-- A picture is a part of the revision that it was made for: readers get it with that revision's words, not before.
ALTER TABLE revision ADD COLUMN picture TEXT;
UPDATE revision SET picture = (SELECT s.picture FROM story s WHERE s.id = revision.story_id)
WHERE published IS NULL OR id IN (SELECT s.live FROM story s WHERE s.live IS NOT NULL);

-- What a model was asked for a story, what it cost, what became of it. A day's budget is the sum over its rows.
CREATE TABLE asked (
  id {{id}}, story_id BIGINT NOT NULL, revision_id BIGINT, at BIGINT NOT NULL, model TEXT NOT NULL, version TEXT NOT NULL,
  prompt TEXT NOT NULL, tokens_in BIGINT NOT NULL, tokens_out BIGINT NOT NULL, cost_micros BIGINT NOT NULL,
  ms BIGINT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX asked_story ON asked (story_id, id);
CREATE INDEX asked_at ON asked (at);
