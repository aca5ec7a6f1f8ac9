-- One step a language along the index, however many reports there are.
WITH RECURSIVE known(lang) AS (
  SELECT MIN(lang) FROM report_feature
  UNION ALL
  SELECT (SELECT MIN(f.lang) FROM report_feature f WHERE f.lang > known.lang) FROM known WHERE known.lang IS NOT NULL
)
SELECT lang FROM known WHERE lang IS NOT NULL
