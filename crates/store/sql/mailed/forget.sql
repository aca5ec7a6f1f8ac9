-- What a mail server refused for good on an earlier day is of no use to anybody.
DELETE FROM job WHERE parked IS NOT NULL AND turn LIKE 'mail:%'
