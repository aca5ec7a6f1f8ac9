-- Each name is one step down the index, however many pieces it has.
WITH RECURSIVE step (byline) AS (
  SELECT MIN(byline) FROM piece WHERE state = 'out'
  UNION ALL
  SELECT (SELECT MIN(p.byline) FROM piece p WHERE p.state = 'out' AND p.byline > step.byline)
  FROM step WHERE step.byline IS NOT NULL
)
SELECT byline FROM step WHERE byline IS NOT NULL ORDER BY byline
