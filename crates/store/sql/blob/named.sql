SELECT raw_hash AS hash FROM report UNION SELECT blob FROM oddity WHERE blob IS NOT NULL
