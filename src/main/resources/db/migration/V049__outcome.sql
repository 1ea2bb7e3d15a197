-- What came of an event, in several languages; everybody may read it from when it was published.
ALTER TABLE event
  ADD COLUMN outcome MEDIUMTEXT NOT NULL DEFAULT ('{}'),
  ADD COLUMN learnt MEDIUMTEXT NOT NULL DEFAULT ('{}'),
  ADD COLUMN outcome_at DATETIME(6) NULL;

-- Whom a kind of place is for.
ALTER TABLE category ADD COLUMN description TEXT NOT NULL DEFAULT ('{}');
