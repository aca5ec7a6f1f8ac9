SELECT * FROM source WHERE id = ?1
