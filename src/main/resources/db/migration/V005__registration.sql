CREATE TABLE registration (
  id BIGINT NOT NULL AUTO_INCREMENT,
  reference CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  category_id BIGINT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  live_email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
    GENERATED ALWAYS AS (CASE WHEN status IN ('CANCELLED', 'DECLINED') THEN NULL ELSE email_key END) STORED,
  phone VARCHAR(40) NULL,
  organisation VARCHAR(200) NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  submission CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  queue_number INT NULL,
  reason TEXT NULL,
  registered_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  revision INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY registration_reference (reference),
  UNIQUE KEY registration_link (link_hash),
  UNIQUE KEY registration_person (event_id, live_email),
  KEY registration_queue (event_id, status, queue_number),
  CONSTRAINT registration_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT registration_category FOREIGN KEY (category_id) REFERENCES category (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE registration_session (
  registration_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  PRIMARY KEY (registration_id, session_id),
  CONSTRAINT registration_session_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT registration_session_session FOREIGN KEY (session_id) REFERENCES session (id)
);

CREATE TABLE consent (
  registration_id BIGINT NOT NULL,
  purpose VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  given_at DATETIME(6) NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  PRIMARY KEY (registration_id, purpose),
  CONSTRAINT consent_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);

-- Further secret links to the same page: each mail brings one, since only hashes are kept.
CREATE TABLE registration_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registration_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  CONSTRAINT registration_link_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);
