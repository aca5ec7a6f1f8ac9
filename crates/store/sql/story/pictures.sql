-- Those of drafts and of earlier texts too: what a person brought in cannot be made again.
SELECT picture FROM story WHERE picture IS NOT NULL
UNION
SELECT picture FROM revision WHERE picture IS NOT NULL
