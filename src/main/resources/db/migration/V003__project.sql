CREATE TABLE project (
  id BIGINT NOT NULL AUTO_INCREMENT,
  organisation_id BIGINT NOT NULL,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number VARCHAR(80) NOT NULL,
  title TEXT NOT NULL,
  description MEDIUMTEXT NOT NULL,
  funder VARCHAR(200) NOT NULL,
  acknowledgement MEDIUMTEXT NOT NULL,
  starts_on DATE NULL,
  ends_on DATE NULL,
  logo MEDIUMBLOB NULL,
  logo_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY project_slug (slug),
  CONSTRAINT project_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE activity (
  id BIGINT NOT NULL AUTO_INCREMENT,
  project_id BIGINT NOT NULL,
  number VARCHAR(20) NOT NULL,
  title TEXT NOT NULL,
  target_participants INT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY activity_number (project_id, number),
  CONSTRAINT activity_project FOREIGN KEY (project_id) REFERENCES project (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
