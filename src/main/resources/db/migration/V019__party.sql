-- Registrations made together by one contact person.
CREATE TABLE party (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  phone VARCHAR(40) NULL,
  organisation VARCHAR(200) NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  privacy_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT party_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Secret links to the contact's page; only hashes are kept.
CREATE TABLE party_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  party_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  CONSTRAINT party_link_party FOREIGN KEY (party_id) REFERENCES party (id)
);

-- Forms that were sent, so that the same one sent twice counts once.
CREATE TABLE party_submission (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  party_id BIGINT NOT NULL,
  PRIMARY KEY (party_id, hash),
  UNIQUE KEY party_submission_hash (hash),
  CONSTRAINT party_submission_party FOREIGN KEY (party_id) REFERENCES party (id)
);

-- Whom the contact has registered. Without a registration it is somebody who had one of their own already, or has left
-- the party by handing it over: then all there is to see is the name and where it stands, as the contact was told.
CREATE TABLE party_member (
  id BIGINT NOT NULL AUTO_INCREMENT,
  party_id BIGINT NOT NULL,
  registration_id BIGINT NULL,
  name VARCHAR(200) NULL,
  category_id BIGINT NULL,
  standing VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  UNIQUE KEY party_member_registration (registration_id),
  CONSTRAINT party_member_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT party_member_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT party_member_category FOREIGN KEY (category_id) REFERENCES category (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
