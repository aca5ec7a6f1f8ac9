-- Looked for among the newest only: an older one is found at its story.
SELECT * FROM stored_report
WHERE superseded_by IS NULL AND status = 'usable' AND (embargo IS NULL OR embargo <= ?2)
  AND id > (SELECT COALESCE(MAX(id), 0) FROM report) - 20000
  AND LOWER(headline) LIKE ?1 ESCAPE '\'
ORDER BY id DESC LIMIT ?3
