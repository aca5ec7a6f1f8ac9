INSERT INTO report_feature (report_id, lang, at, feature) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (report_id) DO UPDATE SET lang = excluded.lang, at = excluded.at, feature = excluded.feature
