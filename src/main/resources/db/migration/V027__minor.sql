-- Whether people under 18 may take part, and whether that is asked at all.
ALTER TABLE event ADD COLUMN minors VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NOT_ASKED';

-- Who answers for somebody under 18. That they agree is a row of consent; here is that they said no.
CREATE TABLE guardian (
  registration_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  phone VARCHAR(40) NOT NULL,
  asked_at DATETIME(6) NULL,
  reminded_at DATETIME(6) NULL,
  refused_at DATETIME(6) NULL,
  PRIMARY KEY (registration_id),
  CONSTRAINT guardian_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Secret links to where guardians answer: each mail brings one, since only hashes are kept.
CREATE TABLE guardian_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registration_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  CONSTRAINT guardian_link_guardian FOREIGN KEY (registration_id) REFERENCES guardian (registration_id) ON DELETE CASCADE
);
