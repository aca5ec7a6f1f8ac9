-- A newer version of a report takes the tie of the one before it: the first that came is looked for by its guid.
WITH took AS (
  SELECT s.first_published - MIN(came.received) AS ms
  FROM story s
  JOIN story_report tie ON tie.story_id = s.id
  JOIN report tied ON tied.id = tie.report_id
  JOIN report came ON came.source_id = tied.source_id AND came.guid = tied.guid
  WHERE s.stage = 'published' AND s.first_published >= ?1
  GROUP BY s.id, s.first_published
), placed AS (
  SELECT ms, ROW_NUMBER() OVER (ORDER BY ms) AS place, COUNT(*) OVER () AS stories FROM took
)
SELECT CAST(AVG(ms) AS BIGINT) AS ms FROM placed WHERE place IN ((stories + 1) / 2, (stories + 2) / 2)
