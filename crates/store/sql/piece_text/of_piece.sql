-- A text is what readers have until another goes out in its place, or none does any more.
SELECT t.*, (
  SELECT n.at FROM piece_text n
  WHERE n.piece_id = t.piece_id AND n.id > t.id AND n.state IN ('out', 'withdrawn') ORDER BY n.id LIMIT 1) AS ended
FROM piece_text t WHERE t.piece_id = ?1 AND t.id < ?2 ORDER BY t.id DESC LIMIT ?3
