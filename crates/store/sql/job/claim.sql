UPDATE job SET leased_until = ?2, attempts = attempts + 1, worker = ?4
WHERE id IN (
  SELECT id FROM (
    SELECT id, run_after FROM (
      SELECT id, run_after FROM job
      WHERE parked IS NULL AND turn = 'attach' AND run_after <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
        AND NOT EXISTS (
          SELECT 1 FROM job other WHERE other.turn = 'attach' AND other.parked IS NULL AND other.leased_until > ?1
            AND COALESCE(other.worker, '') <> ?4)
      ORDER BY run_after, id LIMIT ?3) AS attaching
    UNION ALL
    SELECT id, run_after FROM (
      SELECT id, run_after FROM job
      WHERE parked IS NULL AND turn <> 'attach' AND run_after <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
        AND (turn = '' OR NOT EXISTS (
          SELECT 1 FROM job other WHERE other.turn = job.turn AND other.parked IS NULL AND other.leased_until > ?1
            AND COALESCE(other.worker, '') <> ?4))
      ORDER BY run_after, id LIMIT ?3) AS others) AS due
  ORDER BY run_after, id LIMIT ?3)
RETURNING id, job, attempts, run_after, leased_until
