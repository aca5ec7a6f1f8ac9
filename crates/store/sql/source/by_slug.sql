SELECT * FROM source WHERE slug = ?1
