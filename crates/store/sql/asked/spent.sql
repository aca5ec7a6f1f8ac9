SELECT CAST(COALESCE(SUM(tokens_in + tokens_out), 0) AS BIGINT) AS tokens,
  CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) AS cost_micros
FROM asked WHERE at > ?1
