INSERT INTO report_band (band, report_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING
