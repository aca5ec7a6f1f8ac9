UPDATE job SET leased_until = ?2, attempts = attempts + 1
WHERE id IN (
  SELECT id FROM job
  WHERE parked IS NULL AND run_after <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
  ORDER BY run_after, id LIMIT ?3)
RETURNING id, job, attempts, run_after, leased_until
