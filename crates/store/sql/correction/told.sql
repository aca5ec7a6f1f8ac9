-- Of stories and of pieces that are on the site, each a walk of its own index, then put together in the order of time.
SELECT * FROM (
  SELECT * FROM (
    SELECT c.story_id, 0 AS piece_id, c.at, c.note, c.who, c.id AS turn
    FROM correction c JOIN story s ON s.id = c.story_id
    WHERE s.stage = 'published' ORDER BY c.id DESC LIMIT ?2) of_stories
  UNION ALL
  SELECT * FROM (
    SELECT 0 AS story_id, g.piece_id, g.at, g.told AS note, COALESCE((
      SELECT t.who FROM piece_text t
      WHERE t.piece_id = g.piece_id AND t.at = g.at AND t.state = 'out' ORDER BY t.id DESC LIMIT 1), '') AS who, 0 AS turn
    FROM piece_change g JOIN piece p ON p.id = g.piece_id
    WHERE p.state = 'out' AND p.published <= ?1 ORDER BY g.at DESC, g.piece_id DESC LIMIT ?2) of_pieces
) both_kinds
ORDER BY at DESC, turn DESC, piece_id DESC LIMIT ?2
