-- What people do with their registrations by themselves.
-- What a registration was when its person gave it up, as long as nothing else has happened to it since; when the person
-- agreed to the privacy text, if not when the place was registered; when the person was erased from it.
ALTER TABLE registration
  ADD COLUMN given_up_from VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN given_up_queue INT NULL,
  ADD COLUMN privacy_at DATETIME(6) NULL,
  ADD COLUMN erased_at DATETIME(6) NULL,
  ADD KEY registration_email (email_key);

-- An address that a person wants to be written to at, until it has shown itself to be theirs.
CREATE TABLE address_change (
  registration_id BIGINT NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email VARCHAR(254) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (registration_id),
  UNIQUE KEY address_change_link (link_hash),
  CONSTRAINT address_change_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A place that its person offers to somebody else.
CREATE TABLE hand_over (
  registration_id BIGINT NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  message TEXT NULL,
  offered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (registration_id),
  UNIQUE KEY hand_over_link (link_hash),
  CONSTRAINT hand_over_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Secret addresses of the calendar with all that belongs to an e-mail address; each was sent to that address.
CREATE TABLE personal_feed (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  KEY personal_feed_email (email_key)
);

-- A person's mails are found by the registration, and what is still to be sent to somebody erased is erased with it.
ALTER TABLE mail_outbox
  ADD COLUMN erase_when_done BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY mail_outbox_registration (registration, id);
