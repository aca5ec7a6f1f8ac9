SELECT setval(CAST(pg_get_serial_sequence(?1, ?2) AS regclass), ?3) AS last
