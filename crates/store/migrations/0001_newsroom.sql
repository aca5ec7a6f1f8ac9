-- Times are UTC milliseconds, flags 0/1, lists and small structures JSON as TEXT.
CREATE TABLE source (
  id {{id}}, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, home TEXT, feed_url TEXT, treatment TEXT NOT NULL,
  show_words BIGINT NOT NULL, lang TEXT NOT NULL, zone TEXT, no_ai BIGINT NOT NULL, created BIGINT NOT NULL,
  etag TEXT, last_modified TEXT, last_fetched BIGINT, next_fetch BIGINT NOT NULL, failures BIGINT NOT NULL DEFAULT 0,
  last_error TEXT
);

-- One row a version of an item. `meta` is the news::report::Report without headline, text and raw.
CREATE TABLE report (
  id {{id}}, source_id BIGINT NOT NULL REFERENCES source(id), guid TEXT NOT NULL, version BIGINT,
  status TEXT NOT NULL, headline TEXT NOT NULL, lang TEXT NOT NULL, text_hash TEXT NOT NULL, raw_hash TEXT NOT NULL,
  received BIGINT NOT NULL, published BIGINT, embargo BIGINT, filed_from TEXT, superseded_by BIGINT, meta TEXT NOT NULL
);
CREATE INDEX report_guid ON report (source_id, guid, id);
CREATE INDEX report_guid_any ON report (guid, id);
CREATE INDEX report_received ON report (received);

-- A replay with a newer adapter adds a row; nothing here ever changes.
CREATE TABLE report_text (
  hash TEXT PRIMARY KEY, text TEXT NOT NULL, adapter TEXT NOT NULL, created BIGINT NOT NULL
);

CREATE TABLE oddity (
  id {{id}}, source_id BIGINT NOT NULL REFERENCES source(id), at BIGINT NOT NULL, what TEXT NOT NULL, blob TEXT
);
CREATE INDEX oddity_source ON oddity (source_id, id);
CREATE INDEX oddity_same ON oddity (source_id, what, at);

CREATE TABLE story (
  id {{id}}, stage TEXT NOT NULL, sector TEXT NOT NULL, sector_reason TEXT NOT NULL DEFAULT '', slug TEXT NOT NULL,
  lang TEXT NOT NULL, headline TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '', dateline_place TEXT NOT NULL DEFAULT '',
  filed_from TEXT, about TEXT NOT NULL DEFAULT '[]', sensitive BIGINT NOT NULL DEFAULT 0, picture TEXT, verdict TEXT,
  held_reason TEXT NOT NULL DEFAULT '', created BIGINT NOT NULL, first_published BIGINT, updated BIGINT, live BIGINT,
  noindex BIGINT NOT NULL DEFAULT 0, kill_notice TEXT NOT NULL DEFAULT ''
);
-- One walk each for the lists of published stories. Partial, so that `stage` is no column that one could be chosen by.
CREATE INDEX story_latest ON story (updated, id) WHERE stage = 'published';
CREATE INDEX story_sector ON story (sector, updated, id) WHERE stage = 'published';
CREATE INDEX story_filed ON story (filed_from, updated, id) WHERE stage = 'published';
CREATE INDEX story_lang ON story (lang, updated, id) WHERE stage = 'published';
CREATE INDEX story_waiting ON story (stage, id) WHERE stage <> 'published';

-- `about` of story, one row a country, for the country pages. `updated` is the story's while it is published, else NULL:
-- a country's page is one walk of one index.
CREATE TABLE story_about (
  story_id BIGINT NOT NULL, country TEXT NOT NULL, updated BIGINT, PRIMARY KEY (story_id, country)
);
CREATE INDEX story_about_country ON story_about (country, updated, story_id);

CREATE TABLE story_report (
  story_id BIGINT NOT NULL, report_id BIGINT NOT NULL UNIQUE, why TEXT NOT NULL, score DOUBLE PRECISION NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (story_id, report_id)
);

-- What Attach compares: words, names, numbers of a report (JSON), and bands of its MinHash.
CREATE TABLE report_feature (
  report_id BIGINT PRIMARY KEY, lang TEXT NOT NULL, at BIGINT NOT NULL, feature TEXT NOT NULL
);
CREATE INDEX report_feature_at ON report_feature (lang, at);
CREATE TABLE report_band (band BIGINT NOT NULL, report_id BIGINT NOT NULL, PRIMARY KEY (band, report_id));

-- Weighted terms of a published story, for "related by content".
CREATE TABLE story_term (story_id BIGINT NOT NULL, term TEXT NOT NULL, weight DOUBLE PRECISION NOT NULL, PRIMARY KEY (story_id, term));
CREATE INDEX story_term_term ON story_term (term, story_id);

CREATE TABLE revision (
  id {{id}}, story_id BIGINT NOT NULL REFERENCES story(id), number BIGINT NOT NULL, hash TEXT NOT NULL,
  created BIGINT NOT NULL, published BIGINT, drafter TEXT NOT NULL, note TEXT NOT NULL, lang TEXT NOT NULL,
  headline TEXT NOT NULL, summary TEXT NOT NULL, paragraphs TEXT NOT NULL, verdict TEXT NOT NULL,
  UNIQUE (story_id, number)
);
-- `finding` and `citation` lists are JSON; citations name report and text hash.
CREATE TABLE sentence (
  revision_id BIGINT NOT NULL, ordinal BIGINT NOT NULL, part TEXT NOT NULL, paragraph BIGINT NOT NULL,
  at_start BIGINT NOT NULL, at_end BIGINT NOT NULL, verdict TEXT NOT NULL, support DOUBLE PRECISION NOT NULL,
  citations TEXT NOT NULL, findings TEXT NOT NULL, PRIMARY KEY (revision_id, ordinal)
);

CREATE TABLE correction (
  id {{id}}, story_id BIGINT NOT NULL, at BIGINT NOT NULL, note TEXT NOT NULL, who TEXT NOT NULL
);
CREATE INDEX correction_story ON correction (story_id, id);

-- Every act leaves a row on exactly one thing, with a reason and a name.
CREATE TABLE log (
  id {{id}}, at BIGINT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, thing TEXT NOT NULL, thing_id BIGINT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX log_thing ON log (thing, thing_id, id);

-- Numbers every published change; caches, search and feeds are projections of it.
CREATE TABLE change (
  n {{id}}, at BIGINT NOT NULL, story_id BIGINT NOT NULL, what TEXT NOT NULL
);

CREATE TABLE job (
  id {{id}}, job TEXT NOT NULL, run_after BIGINT NOT NULL, leased_until BIGINT, attempts BIGINT NOT NULL DEFAULT 0,
  parked BIGINT, last_error TEXT, created BIGINT NOT NULL
);
CREATE INDEX job_due ON job (parked, run_after, id);
CREATE INDEX job_leased ON job (parked, leased_until);
-- An identical job that nobody has claimed yet is saved once.
CREATE UNIQUE INDEX job_waiting ON job (job) WHERE leased_until IS NULL AND parked IS NULL;

CREATE TABLE view (story_id BIGINT NOT NULL, hour BIGINT NOT NULL, views BIGINT NOT NULL, PRIMARY KEY (story_id, hour));
CREATE INDEX view_hour ON view (hour);

CREATE TABLE piece (
  id {{id}}, slug TEXT NOT NULL, hash TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, byline TEXT NOT NULL,
  role TEXT NOT NULL, published BIGINT NOT NULL, sector TEXT NOT NULL, lang TEXT NOT NULL, summary TEXT NOT NULL,
  markdown TEXT NOT NULL, UNIQUE (kind, slug)
);
CREATE INDEX piece_kind ON piece (kind, published, id);
CREATE INDEX piece_published ON piece (published, id);

-- Small facts about the newsroom itself: `sample`, `offset_ms`.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- A report with its text and its source's name: what `StoredReport` is made from.
CREATE VIEW stored_report AS
SELECT r.*, s.name AS source_name, t.text AS text
FROM report r JOIN source s ON s.id = r.source_id JOIN report_text t ON t.hash = r.text_hash;

-- What lists show of a story. Only published ones: no list can forget that.
CREATE VIEW card AS
SELECT s.id, s.stage, s.slug, s.sector, s.lang, s.headline, s.summary, s.dateline_place, s.filed_from, s.about, s.picture,
  COALESCE(s.first_published, s.updated) AS first_published, s.updated, s.noindex, COALESCE(r.drafter, '') AS drafter
FROM story s LEFT JOIN revision r ON r.id = s.live
WHERE s.stage = 'published' AND s.updated IS NOT NULL;
