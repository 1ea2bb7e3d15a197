-- Since there are three turns of mail this is a number, and was declared as yes or no. The name stays: a server of the
-- release before, which runs on while this is done, writes and reads the column by it.
ALTER TABLE mail_outbox
  MODIFY COLUMN bulk TINYINT NOT NULL DEFAULT 0 COMMENT 'turn: 0 of one person, 2 news of an event, 1 what can wait';
