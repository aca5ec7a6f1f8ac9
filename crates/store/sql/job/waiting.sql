SELECT COUNT(*) AS waiting FROM job WHERE parked IS NULL
