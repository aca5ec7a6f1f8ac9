SELECT log2_score FROM trend WHERE story_id = ?1
