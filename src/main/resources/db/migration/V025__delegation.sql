-- Places that a partner organisation is given for its own people. As long as one is open, its places that nobody fills
-- are counted among those taken of the event and its kinds.
CREATE TABLE delegation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  organisation_id BIGINT NULL,
  partner VARCHAR(200) NOT NULL,
  head VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note TEXT NULL,
  fill_until DATETIME(6) NOT NULL,
  given_by BIGINT NULL,
  given_at DATETIME(6) NOT NULL,
  reminded_at DATETIME(6) NULL,
  closed_at DATETIME(6) NULL,
  withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  KEY delegation_due (closed_at, fill_until),
  CONSTRAINT delegation_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT delegation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT delegation_given_by FOREIGN KEY (given_by) REFERENCES person (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Secret links to the page of its head; only hashes are kept.
CREATE TABLE delegation_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delegation_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  CONSTRAINT delegation_link_delegation FOREIGN KEY (delegation_id) REFERENCES delegation (id)
);

-- Forms that were sent, so that the same one sent twice counts once.
CREATE TABLE delegation_submission (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delegation_id BIGINT NOT NULL,
  PRIMARY KEY (delegation_id, hash),
  UNIQUE KEY delegation_submission_hash (hash),
  CONSTRAINT delegation_submission_delegation FOREIGN KEY (delegation_id) REFERENCES delegation (id)
);

-- Its places by kind: how many there are, how many are filled, and how many of those by somebody who has a place of
-- their own, so that the delegation's stays empty.
CREATE TABLE delegation_places (
  id BIGINT NOT NULL AUTO_INCREMENT,
  delegation_id BIGINT NOT NULL,
  category_id BIGINT NULL,
  places INT NOT NULL,
  filled INT NOT NULL DEFAULT 0,
  apart INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY delegation_places_kind (delegation_id, category_id),
  CONSTRAINT delegation_places_delegation FOREIGN KEY (delegation_id) REFERENCES delegation (id),
  CONSTRAINT delegation_places_category FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT delegation_never_overfull CHECK (apart >= 0 AND apart <= filled AND filled <= places)
);

-- Who was named for a place. Without a registration it is somebody who had one of their own already: then all there is
-- to see is the name that the head typed. The key is that of the address as the head typed it.
CREATE TABLE delegation_member (
  id BIGINT NOT NULL AUTO_INCREMENT,
  delegation_id BIGINT NOT NULL,
  places_id BIGINT NOT NULL,
  registration_id BIGINT NULL,
  name VARCHAR(200) NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  named_at DATETIME(6) NOT NULL,
  left_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY delegation_member_registration (registration_id),
  CONSTRAINT delegation_member_delegation FOREIGN KEY (delegation_id) REFERENCES delegation (id),
  CONSTRAINT delegation_member_places FOREIGN KEY (places_id) REFERENCES delegation_places (id),
  CONSTRAINT delegation_member_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
