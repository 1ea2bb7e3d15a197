-- What organisers write to many people of an event at once. Whom it goes to is settled when they send it; a job puts the
-- mails into the outbox, some at a time.
CREATE TABLE circular (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  submission CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject TEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  news BOOLEAN NOT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  file_id BIGINT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  written_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  written_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY circular_submission (submission),
  KEY circular_event (event_id),
  KEY circular_state (state),
  CONSTRAINT circular_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT circular_state CHECK (state IN ('SENDING', 'DONE', 'STOPPED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE circular_recipient (
  circular_id BIGINT NOT NULL,
  registration_id BIGINT NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (circular_id, registration_id),
  KEY circular_recipient_state (circular_id, state, registration_id),
  CONSTRAINT circular_recipient_circular FOREIGN KEY (circular_id) REFERENCES circular (id),
  CONSTRAINT circular_recipient_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT circular_recipient_state CHECK (state IN ('WAITING', 'PUT', 'REFUSED', 'GONE', 'STOPPED'))
);

-- Who wants no news of an organisation, by the hash of the address, and the secret links by which they say so.
CREATE TABLE news_refusal (
  organisation_id BIGINT NOT NULL,
  address_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refused_at DATETIME(6) NOT NULL,
  PRIMARY KEY (organisation_id, address_hash)
);
CREATE TABLE news_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation_id BIGINT NOT NULL,
  address_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (link_hash)
);

-- Where the reader of a mail says by one click that they want no more of its kind (RFC 8058).
ALTER TABLE mail_outbox ADD COLUMN unsubscribe VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL;
