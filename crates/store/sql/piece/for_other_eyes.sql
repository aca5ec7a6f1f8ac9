-- Texts that readers do not have and that somebody else changed last.
SELECT id, title, lang, changed_by FROM piece WHERE state <> 'out' AND state = 'draft' AND changed_by <> ?1
UNION ALL
SELECT d.piece_id AS id, d.title, d.lang, d.changed_by FROM piece_draft d JOIN piece p ON p.id = d.piece_id
WHERE p.state = 'out' AND d.changed_by <> ?1
ORDER BY id DESC LIMIT ?2
