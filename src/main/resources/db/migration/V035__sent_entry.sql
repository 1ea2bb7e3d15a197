-- How somebody wants to have an event in their calendar: by INVITATION or as a FILE; NULL while they have not said. Who
-- was sent a file goes on with files.
ALTER TABLE registration ADD COLUMN calendar VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE registration SET calendar = 'FILE' WHERE status NOT IN ('WAITING', 'AWAITING_APPROVAL');

-- What somebody was invited to by mail: an entry for each part of an event, and for a study visit as a whole (no
-- session). Named by the reference of the registration, which is known before the registration is written down, and
-- without foreign keys, which would lock the rows that people who register at the same moment want.
CREATE TABLE sent_entry (
  uid VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registration VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id BIGINT NULL,
  sequence INT NOT NULL,
  stamped_at DATETIME(6) NOT NULL,
  gist CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  cancelled_at DATETIME(6) NULL,
  PRIMARY KEY (uid),
  KEY sent_entry_registration (registration, invited_at)
);

-- The invitation, update or cancellation that a mail brings, but for who sends it and who gets it.
ALTER TABLE mail_outbox ADD COLUMN calendar MEDIUMTEXT NULL;
