SELECT COALESCE(MAX(n), 0) AS n FROM story_report
