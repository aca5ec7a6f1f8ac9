SELECT MIN(due) AS due FROM (
  SELECT MIN(run_after) AS due FROM job WHERE parked IS NULL AND leased_until IS NULL
  UNION ALL
  SELECT MIN(leased_until) AS due FROM job WHERE parked IS NULL AND leased_until IS NOT NULL
) AS both_kinds
