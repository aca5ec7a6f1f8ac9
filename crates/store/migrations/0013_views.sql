-- What was read in a month is added up from the index alone.
DROP INDEX view_hour;
CREATE INDEX view_hour ON view (hour, story_id, views);
