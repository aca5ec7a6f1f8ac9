-- Editions that a person put a story into, or keeps it out of, whatever its countries and sector say: JSON.
ALTER TABLE story ADD COLUMN placed TEXT NOT NULL DEFAULT '[]';
-- The same by edition. Of those that it was put into `in_lang` is `edition/language`, `in_sector` that and the sector, for their
-- lists, and `updated` as lists sort it; they are NULL of those that it is kept out of, and `updated` while it is on no list.
CREATE TABLE story_edition (
  story_id BIGINT NOT NULL, edition TEXT NOT NULL, in_lang TEXT, in_sector TEXT, updated BIGINT, PRIMARY KEY (story_id, edition)
);
CREATE INDEX story_edition_lang ON story_edition (in_lang, updated, story_id);
CREATE INDEX story_edition_sector ON story_edition (in_sector, updated, story_id);
CREATE INDEX story_edition_all ON story_edition (edition, story_id);
DROP VIEW card;
CREATE VIEW card AS
SELECT s.id, s.stage, s.slug, s.sector, s.lang, s.headline, s.summary, s.dateline_place, s.filed_from, s.about, s.picture,
  COALESCE(s.first_published, s.updated) AS first_published, s.updated, s.noindex, s.drafter, s.shelf, s.reviewed, s.placed
FROM story s
WHERE s.stage = 'published' AND s.updated IS NOT NULL;
