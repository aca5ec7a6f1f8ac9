-- Stories that were taken into another about the same event.
CREATE TABLE merge (story_id BIGINT PRIMARY KEY, into_id BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX merge_into ON merge (into_id);

-- Stories that are likely about one event, for a person to say: `open`, `merged` or `apart`.
CREATE TABLE suggestion (
  story_id BIGINT NOT NULL, other_id BIGINT NOT NULL, report_id BIGINT NOT NULL, score DOUBLE PRECISION NOT NULL,
  why TEXT NOT NULL, at BIGINT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (story_id, other_id)
);
CREATE INDEX suggestion_state ON suggestion (state, at);

-- The order in which reports were tied to stories: what Attach has not seen yet is read from where it stopped.
ALTER TABLE story_report ADD COLUMN n BIGINT NOT NULL DEFAULT 0;
UPDATE story_report SET n = report_id;
CREATE INDEX story_report_n ON story_report (n);

-- Running stories: which earlier event a story follows, and the first of them all, by which the thread is known.
CREATE TABLE thread (
  story_id BIGINT PRIMARY KEY, head_id BIGINT NOT NULL, after_id BIGINT NOT NULL, why TEXT NOT NULL, at BIGINT NOT NULL
);
CREATE INDEX thread_head ON thread (head_id, story_id);

-- What a person said a story is about: it stands over what the machine finds, and teaches it.
CREATE TABLE label (
  story_id BIGINT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (story_id, field)
);
CREATE INDEX label_field ON label (field, at);
