DELETE FROM story_report WHERE report_id IN (
  SELECT version.id FROM report r JOIN report version ON version.source_id = r.source_id AND version.guid = r.guid
  WHERE r.id = ?1)
