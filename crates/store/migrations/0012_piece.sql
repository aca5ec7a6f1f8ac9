-- Where a piece stands: `draft`, `out`, `withdrawn`. `first_out` is when readers first could see it: what they never saw does
-- not tell that it was there. `changed_by` is who changed it last; empty where a file gave it. `picture` is JSON.
ALTER TABLE piece ADD COLUMN state TEXT NOT NULL DEFAULT 'out';
ALTER TABLE piece ADD COLUMN first_out BIGINT;
ALTER TABLE piece ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE piece ADD COLUMN picture TEXT;
ALTER TABLE piece ADD COLUMN withdrawn_by TEXT NOT NULL DEFAULT '';
ALTER TABLE piece ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
ALTER TABLE piece ADD COLUMN withdrawn_at BIGINT;
UPDATE piece SET first_out = published;

DROP INDEX piece_kind;
DROP INDEX piece_published;
DROP INDEX piece_byline;
CREATE INDEX piece_kind ON piece (kind, published, id) WHERE state = 'out';
CREATE INDEX piece_published ON piece (published, id) WHERE state = 'out';
CREATE INDEX piece_byline ON piece (byline, published, id) WHERE state = 'out';
CREATE INDEX piece_aside ON piece (state, published, id) WHERE state <> 'out';
CREATE INDEX piece_gone ON piece (withdrawn_at, id) WHERE state = 'withdrawn';

-- The newer text of a piece that readers have an older one of. `told` is what they are told of the change.
CREATE TABLE piece_draft (
  piece_id BIGINT PRIMARY KEY, hash TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, byline TEXT NOT NULL,
  role TEXT NOT NULL, published BIGINT NOT NULL, sector TEXT NOT NULL, lang TEXT NOT NULL, summary TEXT NOT NULL,
  markdown TEXT NOT NULL, picture TEXT, told TEXT NOT NULL, changed_by TEXT NOT NULL, at BIGINT NOT NULL
);

-- What readers were told of the changes of a piece.
CREATE TABLE piece_change (piece_id BIGINT NOT NULL, at BIGINT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (piece_id, at));
