INSERT INTO revision (story_id, number, hash, created, drafter, note, lang, headline, summary, paragraphs, verdict, editor, marks)
SELECT s.id, COALESCE((SELECT MAX(r.number) FROM revision r WHERE r.story_id = s.id), 0) + 1,
  CAST(?2 AS TEXT), CAST(?3 AS BIGINT), CAST(?4 AS TEXT), CAST(?5 AS TEXT), CAST(?6 AS TEXT), CAST(?7 AS TEXT),
  CAST(?8 AS TEXT), CAST(?9 AS TEXT), 'not found', CAST(?10 AS TEXT), CAST(?11 AS TEXT)
FROM story s WHERE s.id = ?1
RETURNING id
