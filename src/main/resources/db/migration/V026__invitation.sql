-- People whom organisers invite by name. The address is compared by its key; one is invited to an event once.
CREATE TABLE invitation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category_id BIGINT NULL,
  approved BOOLEAN NOT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registration_id BIGINT NULL,
  invited_at DATETIME(6) NOT NULL,
  written_at DATETIME(6) NOT NULL,
  reminded_at DATETIME(6) NULL,
  answered_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY invitation_person (event_id, email_key),
  KEY invitation_open (state, event_id),
  KEY invitation_registration (registration_id),
  CONSTRAINT invitation_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT invitation_category FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT invitation_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Its secret links: each mail brings one, since only hashes are kept.
CREATE TABLE invitation_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invitation_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  CONSTRAINT invitation_link_invitation FOREIGN KEY (invitation_id) REFERENCES invitation (id) ON DELETE CASCADE
);

-- The day by which an organiser means to have decided about those who await it.
ALTER TABLE event ADD COLUMN decisions_by DATE NULL;
