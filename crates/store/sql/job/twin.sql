-- The same work, saved again while this row was claimed.
SELECT twin.id FROM job j JOIN job twin ON twin.job = j.job AND twin.id <> j.id
WHERE j.id = ?1 AND twin.leased_until IS NULL AND twin.parked IS NULL
