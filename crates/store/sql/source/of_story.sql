-- Terms of the sources that a published story rests on.
SELECT s.treatment, s.show_words FROM story_source tie JOIN source s ON s.id = tie.source_id
WHERE tie.story_id = ?1 ORDER BY s.id
