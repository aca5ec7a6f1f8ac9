SELECT COALESCE(MAX(number), 0) AS number FROM raw_schema
