SELECT * FROM token ORDER BY ended IS NOT NULL, name
