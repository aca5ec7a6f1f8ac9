-- Every text that a piece had, with its picture. `state` is what became of the piece with it: `draft`, `out`, `withdrawn`, or
-- `dropped` where it is again what readers have. `who` did that, or wrote the words that went out; empty where a file gave them.
-- `at` is 0 where nobody wrote down when.
CREATE TABLE piece_text (
  id {{id}}, piece_id BIGINT NOT NULL, hash TEXT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, state TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL, byline TEXT NOT NULL, role TEXT NOT NULL, published BIGINT NOT NULL,
  sector TEXT NOT NULL, lang TEXT NOT NULL, summary TEXT NOT NULL, markdown TEXT NOT NULL, picture TEXT, told TEXT NOT NULL
);
CREATE INDEX piece_text_piece ON piece_text (piece_id, id);

INSERT INTO piece_text (piece_id, hash, at, who, state, kind, title, byline, role, published, sector, lang, summary, markdown,
  picture, told)
SELECT id, hash, 0, changed_by, CASE WHEN state = 'draft' OR first_out IS NULL THEN 'draft' ELSE 'out' END, kind, title, byline,
  role, published, sector, lang, summary, markdown, picture, ''
FROM piece ORDER BY id;

INSERT INTO piece_text (piece_id, hash, at, who, state, kind, title, byline, role, published, sector, lang, summary, markdown,
  picture, told)
SELECT piece_id, hash, at, changed_by, 'draft', kind, title, byline, role, published, sector, lang, summary, markdown, picture,
  told
FROM piece_draft ORDER BY piece_id;

INSERT INTO piece_text (piece_id, hash, at, who, state, kind, title, byline, role, published, sector, lang, summary, markdown,
  picture, told)
SELECT id, hash, withdrawn_at, withdrawn_by, 'withdrawn', kind, title, byline, role, published, sector, lang, summary, markdown,
  picture, ''
FROM piece WHERE state = 'withdrawn' AND withdrawn_at IS NOT NULL ORDER BY id;

-- What readers were told of pieces, in the order of time.
CREATE INDEX piece_change_at ON piece_change (at, piece_id);
