SELECT picture FROM story WHERE picture IS NOT NULL
