-- One that waits, by what it is to do: the index of waiting jobs finds it.
UPDATE job SET leased_until = ?2, attempts = attempts + 1, worker = ?4
WHERE job = ?3 AND leased_until IS NULL AND parked IS NULL AND run_after <= ?1
  AND NOT EXISTS (
    SELECT 1 FROM job other WHERE other.turn = job.turn AND other.parked IS NULL AND other.leased_until > ?1
      AND COALESCE(other.worker, '') <> ?4)
RETURNING id, job, attempts, leased_until
