-- Those whose time is over, and of the others all but the newest: whoever asks without end fills nothing.
DELETE FROM ceremony WHERE expires <= ?1
  OR expires <= (SELECT newest.expires FROM ceremony newest ORDER BY newest.expires DESC LIMIT 1 OFFSET ?2)
