-- Who is at the desk, wants the morning mail and has not had that day's.
SELECT p.id FROM person p
WHERE p.left_at IS NULL AND p.morning_mail <> 0
  AND NOT EXISTS (SELECT 1 FROM mailed m WHERE m.person_id = p.id AND m.day = ?1)
ORDER BY p.id
