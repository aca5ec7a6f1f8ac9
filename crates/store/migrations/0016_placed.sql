-- Editions that a person put a story into, or keeps it out of, whatever its countries and sector say: JSON.
ALTER TABLE story ADD COLUMN placed TEXT NOT NULL DEFAULT '[]';
-- Those that it was put into, for their lists; `updated` as lists sort it, NULL while it is on none.
CREATE TABLE story_edition (
  story_id BIGINT NOT NULL, edition TEXT NOT NULL, updated BIGINT, PRIMARY KEY (story_id, edition)
);
CREATE INDEX story_edition_list ON story_edition (edition, updated, story_id);
DROP VIEW card;
CREATE VIEW card AS
SELECT s.id, s.stage, s.slug, s.sector, s.lang, s.headline, s.summary, s.dateline_place, s.filed_from, s.about, s.picture,
  COALESCE(s.first_published, s.updated) AS first_published, s.updated, s.noindex, s.drafter, s.shelf, s.reviewed, s.placed
FROM story s
WHERE s.stage = 'published' AND s.updated IS NOT NULL;
