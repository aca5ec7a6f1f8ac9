SELECT MIN(due) AS due FROM (
  SELECT due FROM (
    SELECT run_after AS due FROM job WHERE parked IS NULL AND turn = 'attach' AND leased_until IS NULL
    ORDER BY run_after, id LIMIT 1) AS attaching
  UNION ALL
  SELECT due FROM (
    SELECT run_after AS due FROM job WHERE parked IS NULL AND turn <> 'attach' AND leased_until IS NULL
    ORDER BY run_after, id LIMIT 1) AS others
  UNION ALL
  SELECT due FROM (
    SELECT leased_until AS due FROM job WHERE parked IS NULL AND leased_until IS NOT NULL
    ORDER BY leased_until LIMIT 1) AS leased
) AS every_kind
