INSERT INTO report_text (hash, text, adapter, created) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING
