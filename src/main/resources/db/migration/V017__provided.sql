-- What whoever comes is given, in several languages.
ALTER TABLE event ADD COLUMN provided TEXT NOT NULL DEFAULT ('{}');
