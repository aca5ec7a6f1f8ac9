-- Whichever version the row names.
DELETE FROM story_cites WHERE story_id = ?1 AND report_id IN (
  SELECT version.id FROM report r JOIN report version ON version.source_id = r.source_id AND version.guid = r.guid
  WHERE r.id = ?2)
