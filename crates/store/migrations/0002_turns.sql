-- Jobs of one turn never run at the same time on two workers; `worker` holds the lease.
ALTER TABLE job ADD COLUMN turn TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN worker TEXT;

-- Those that wait already.
UPDATE job SET turn = 'attach' WHERE job LIKE '{"job":"attach",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"pull","source":', 'pull:'), '}', '') WHERE job LIKE '{"job":"pull",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"draft","story":', 'story:'), '}', '') WHERE job LIKE '{"job":"draft",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"verify","story":', 'story:'), '}', '') WHERE job LIKE '{"job":"verify",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"tag","story":', 'story:'), '}', '') WHERE job LIKE '{"job":"tag",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"illustrate","story":', 'story:'), '}', '')
WHERE job LIKE '{"job":"illustrate",%';
UPDATE job SET turn = REPLACE(REPLACE(job, '{"job":"decide","story":', 'story:'), '}', '') WHERE job LIKE '{"job":"decide",%';

-- Each question of the queue has an index of the rows that it is about. Thousands of reports may wait for the one turn that
-- they share: they have a walk of their own, so that a worker who may not have that turn steps over none of them.
DROP INDEX job_due;
DROP INDEX job_leased;
CREATE INDEX job_attach ON job (run_after, id) WHERE parked IS NULL AND turn = 'attach';
CREATE INDEX job_other ON job (run_after, id) WHERE parked IS NULL AND turn <> 'attach';
CREATE INDEX job_leased ON job (leased_until) WHERE parked IS NULL AND leased_until IS NOT NULL;
CREATE INDEX job_held ON job (turn, leased_until) WHERE parked IS NULL AND leased_until IS NOT NULL;
CREATE INDEX job_parked ON job (parked, id) WHERE parked IS NOT NULL;

-- Processes that serve. `beat`: when each last said so; `seen`: the last change that its pages show.
CREATE TABLE server (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, started BIGINT NOT NULL, beat BIGINT NOT NULL, seen BIGINT NOT NULL
);
