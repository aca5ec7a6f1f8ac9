-- What the desk says of a story beside its text, and how urgent the wire says it is (0 where it does not).
ALTER TABLE story ADD COLUMN byline TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN genre TEXT NOT NULL DEFAULT 'news';
ALTER TABLE story ADD COLUMN urgency BIGINT NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN embargo BIGINT;

-- Reports that a person put under a story as its sources, beside those that came to it: another story's, too.
CREATE TABLE story_cites (
  story_id BIGINT NOT NULL, report_id BIGINT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (story_id, report_id)
);
CREATE INDEX story_cites_report ON story_cites (report_id);

-- A person's own views of the queue: `query` is what stands after the question mark.
CREATE TABLE saved_view (person_id BIGINT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, PRIMARY KEY (person_id, name));

-- An address of the house that leads elsewhere: an old one of another system, or one that a person gave out.
CREATE TABLE redirect (path TEXT PRIMARY KEY, target TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL);

-- From which other sites readers came to stories, by day; hosts only.
CREATE TABLE referrer (day BIGINT NOT NULL, host TEXT NOT NULL, views BIGINT NOT NULL, PRIMARY KEY (day, host));
