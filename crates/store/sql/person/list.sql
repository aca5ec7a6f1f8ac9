SELECT * FROM person ORDER BY left_at IS NOT NULL, name
