SELECT id, version, status, headline, text_hash, embargo, meta FROM report
WHERE source_id = ?1 AND guid = ?2 ORDER BY id DESC LIMIT 1
