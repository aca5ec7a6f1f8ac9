-- The morning mail: whether somebody wants it, and which days' letters a mail server took for them.
ALTER TABLE person ADD COLUMN morning_mail BIGINT NOT NULL DEFAULT 1;
CREATE TABLE mailed (person_id BIGINT NOT NULL, day TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (person_id, day));
