-- Mail that was taken and came back, and mail that is not sent since its address rests.
ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_state;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_state
  CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'STOPPED', 'RETURNED', 'RESTING'));

-- What was said of mail that came back, or of how long it takes; each once. The words are with the mail, and the address
-- is only its hash, so that a person who is erased there is not left here.
CREATE TABLE mail_bounce (
  mail_id BIGINT NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (mail_id, kind),
  KEY mail_bounce_address (address_hash, received_at),
  CONSTRAINT mail_bounce_mail FOREIGN KEY (mail_id) REFERENCES mail_outbox (id) ON DELETE CASCADE
);

-- Addresses that are not written to until somebody says so, since mail to them comes back.
CREATE TABLE mail_resting (
  address_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (address_hash)
);

-- Whose turn it is to look into the mailbox, and what has been read there.
CREATE TABLE inbox_turn (
  mailbox CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_by VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_until DATETIME(6) NOT NULL,
  PRIMARY KEY (mailbox)
);
CREATE TABLE inbox_read (
  mailbox CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid BIGINT NOT NULL,
  read_at DATETIME(6) NOT NULL,
  PRIMARY KEY (mailbox, uid_validity, uid),
  KEY inbox_read_at (read_at)
);
