-- A picture is a part of the revision that it was made for: readers get it with that revision's words, not before.
ALTER TABLE revision ADD COLUMN picture TEXT;
UPDATE revision SET picture = (SELECT s.picture FROM story s WHERE s.id = revision.story_id)
WHERE published IS NULL OR id IN (SELECT s.live FROM story s WHERE s.live IS NOT NULL);
