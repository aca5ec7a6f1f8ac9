-- What stands out in a revision's paragraphs: emphasis, links, subheadings. JSON, like the paragraphs.
ALTER TABLE revision ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
