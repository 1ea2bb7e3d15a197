CREATE TABLE organisation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  about MEDIUMTEXT NOT NULL,
  accent VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email VARCHAR(254) NULL,
  phone VARCHAR(40) NULL,
  website VARCHAR(500) NULL,
  address VARCHAR(300) NULL,
  time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  logo MEDIUMBLOB NULL,
  logo_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY organisation_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY person_email (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE membership (
  person_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (person_id, organisation_id),
  CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT membership_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);

CREATE TABLE sign_in (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT NOT NULL,
  began_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY sign_in_expired (expires_at),
  CONSTRAINT sign_in_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE api_token (
  id BIGINT NOT NULL AUTO_INCREMENT,
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY api_token_hash (token_hash),
  CONSTRAINT api_token_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- One row: whoever sets set_up_at first is the one who sets up.
CREATE TABLE installation (
  id INT NOT NULL,
  set_up_at DATETIME(6) NULL,
  PRIMARY KEY (id)
);

INSERT INTO installation (id, set_up_at) VALUES (1, NULL);

CREATE TABLE setup_invitation (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash)
);

CREATE TABLE audit (
  id BIGINT NOT NULL AUTO_INCREMENT,
  at DATETIME(6) NOT NULL,
  actor VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  deed VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail TEXT NULL,
  PRIMARY KEY (id),
  KEY audit_subject (subject, subject_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
