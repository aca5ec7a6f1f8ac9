-- What the lists of editions, sources, bylines and days walk, and what they count. All of it can be made again from the rest.

-- The drafter of the live revision, so that a byline's list is one walk and no list joins revisions.
ALTER TABLE story ADD COLUMN drafter TEXT NOT NULL DEFAULT '';
UPDATE story SET drafter = COALESCE((SELECT r.drafter FROM revision r WHERE r.id = story.live), '');
CREATE INDEX story_drafter ON story (drafter, updated, id) WHERE stage = 'published';

-- Language and sector in one column, `en/politics`: with one column each, a planner may walk the language's index and look for
-- the sector on the way.
ALTER TABLE story ADD COLUMN shelf TEXT NOT NULL DEFAULT '';
UPDATE story SET shelf = lang || '/' || sector;
CREATE INDEX story_shelf ON story (shelf, updated, id) WHERE stage = 'published';
CREATE INDEX story_first ON story (first_published, id) WHERE stage = 'published';

-- The countries that a published story is about or was filed from, one row a country: an edition's list is a walk a country.
-- `in_lang` is `IN/en`, `in_sector` is `IN/en/politics`.
CREATE TABLE story_country (
  story_id BIGINT NOT NULL, country TEXT NOT NULL, in_lang TEXT NOT NULL, in_sector TEXT NOT NULL, updated BIGINT NOT NULL,
  PRIMARY KEY (story_id, country)
);
INSERT INTO story_country (story_id, country, in_lang, in_sector, updated)
SELECT s.id, tie.country, tie.country || '/' || s.lang, tie.country || '/' || s.shelf, s.updated
FROM story s JOIN story_about tie ON tie.story_id = s.id
WHERE s.stage = 'published' AND s.updated IS NOT NULL
UNION
SELECT s.id, s.filed_from, s.filed_from || '/' || s.lang, s.filed_from || '/' || s.shelf, s.updated
FROM story s
WHERE s.stage = 'published' AND s.updated IS NOT NULL AND s.filed_from IS NOT NULL;
CREATE INDEX story_country_lang ON story_country (in_lang, updated, story_id);
CREATE INDEX story_country_sector ON story_country (in_sector, updated, story_id);

-- The sources whose newest usable reports a published story rests on.
CREATE TABLE story_source (
  story_id BIGINT NOT NULL, source_id BIGINT NOT NULL, updated BIGINT NOT NULL, PRIMARY KEY (story_id, source_id)
);
INSERT INTO story_source (story_id, source_id, updated)
SELECT DISTINCT s.id, newest.source_id, s.updated
FROM story s
JOIN story_report tie ON tie.story_id = s.id
JOIN report tied ON tied.id = tie.report_id
JOIN report newest ON newest.source_id = tied.source_id AND newest.guid = tied.guid AND newest.superseded_by IS NULL
WHERE s.stage = 'published' AND s.updated IS NOT NULL AND newest.status = 'usable';
CREATE INDEX story_source_source ON story_source (source_id, updated, story_id);

-- Published stories of a list: `sector` by slug, `filed` and `about` by country.
CREATE TABLE story_count (list TEXT NOT NULL, name TEXT NOT NULL, stories BIGINT NOT NULL, PRIMARY KEY (list, name));
INSERT INTO story_count (list, name, stories)
SELECT 'sector', sector, COUNT(*) FROM story WHERE stage = 'published' AND updated IS NOT NULL GROUP BY sector;
INSERT INTO story_count (list, name, stories)
SELECT 'filed', filed_from, COUNT(*) FROM story
WHERE stage = 'published' AND updated IS NOT NULL AND filed_from IS NOT NULL GROUP BY filed_from;
INSERT INTO story_count (list, name, stories)
SELECT 'about', country, COUNT(*) FROM story_about WHERE updated IS NOT NULL GROUP BY country;

-- Published stories by the quarter of an hour in which readers first saw them (UTC milliseconds / 900,000): the days of any
-- zone are made of whole quarters.
CREATE TABLE story_quarter (quarter BIGINT PRIMARY KEY, stories BIGINT NOT NULL);
INSERT INTO story_quarter (quarter, stories)
SELECT first_published / 900000, COUNT(*) FROM story
WHERE stage = 'published' AND updated IS NOT NULL AND first_published IS NOT NULL GROUP BY first_published / 900000;

CREATE INDEX piece_byline ON piece (byline, published, id);

DROP VIEW card;
CREATE VIEW card AS
SELECT s.id, s.stage, s.slug, s.sector, s.lang, s.headline, s.summary, s.dateline_place, s.filed_from, s.about, s.picture,
  COALESCE(s.first_published, s.updated) AS first_published, s.updated, s.noindex, s.drafter, s.shelf
FROM story s
WHERE s.stage = 'published' AND s.updated IS NOT NULL;
