SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(?1, ?2) AS regclass)), 0) AS last
