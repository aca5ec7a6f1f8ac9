-- Looked for among the newest only: an older one is found at its story.
SELECT r.id, r.headline
FROM report r
WHERE r.superseded_by IS NULL AND r.status = 'usable' AND (r.embargo IS NULL OR r.embargo <= ?1)
  AND r.id > (SELECT COALESCE(MAX(id), 0) FROM report) - 20000
  AND r.source_id NOT IN (SELECT id FROM source WHERE slug = ?2)
ORDER BY r.id DESC
