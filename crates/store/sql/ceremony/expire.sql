-- Those whose time is over, and of those that strangers were asked all but the newest: whoever asks without end fills nothing,
-- and pushes out nobody who is signed in.
DELETE FROM ceremony WHERE expires <= ?1
  OR seat = '' AND expires <= (
    SELECT newest.expires FROM ceremony newest WHERE newest.seat = '' ORDER BY newest.expires DESC LIMIT 1 OFFSET ?2)
