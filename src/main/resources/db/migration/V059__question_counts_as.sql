-- What the answers to a question tell a project's report of people: their country, age group or gender.
ALTER TABLE question ADD COLUMN counts_as VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;
