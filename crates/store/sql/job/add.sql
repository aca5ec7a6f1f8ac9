INSERT INTO job (job, run_after, created, turn) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (job) WHERE leased_until IS NULL AND parked IS NULL
DO UPDATE SET run_after = CASE WHEN excluded.run_after < job.run_after THEN excluded.run_after ELSE job.run_after END
