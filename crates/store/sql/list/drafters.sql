-- Each name is one step down the index, however many stories it has.
WITH RECURSIVE step (drafter) AS (
  SELECT MIN(drafter) FROM story WHERE stage = 'published'
  UNION ALL
  SELECT (SELECT MIN(s.drafter) FROM story s WHERE s.stage = 'published' AND s.drafter > step.drafter)
  FROM step WHERE step.drafter IS NOT NULL
)
SELECT drafter FROM step WHERE drafter IS NOT NULL AND drafter <> '' ORDER BY drafter
