-- How many people one mail of a circular reaches: a contact's address may stand for several.
ALTER TABLE circular_recipient ADD COLUMN people INT NOT NULL DEFAULT 1;
