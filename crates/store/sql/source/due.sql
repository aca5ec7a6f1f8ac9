SELECT * FROM source WHERE feed_url IS NOT NULL AND next_fetch <= ?1 ORDER BY next_fetch, id
