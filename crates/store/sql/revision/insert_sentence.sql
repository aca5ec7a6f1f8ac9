INSERT INTO sentence (revision_id, ordinal, part, paragraph, at_start, at_end, verdict, support, citations, findings)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
