-- Reports that have come and are of no story yet: on their way, or under embargo.
SELECT r.* FROM stored_report r
WHERE r.received >= ?1 AND r.superseded_by IS NULL AND r.status = 'usable'
  AND NOT EXISTS (SELECT 1 FROM story_report t WHERE t.report_id = r.id)
  AND r.source_id NOT IN (SELECT id FROM source WHERE slug = ?3)
ORDER BY r.received DESC, r.id DESC
LIMIT ?2
