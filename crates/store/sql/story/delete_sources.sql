DELETE FROM story_source WHERE story_id = ?1
