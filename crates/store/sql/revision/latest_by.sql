-- As that drafter made it: a text that a person changed since is the person's.
SELECT * FROM revision WHERE story_id = ?1 AND drafter = ?2 AND editor = '' ORDER BY number DESC LIMIT 1
