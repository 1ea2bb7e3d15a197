-- Wall-clock times stand as typed beside the zone they are meant in; instants beside them only serve sorting.
CREATE TABLE event (
  id BIGINT NOT NULL AUTO_INCREMENT,
  organisation_id BIGINT NOT NULL,
  activity_id BIGINT NULL,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uid VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  visibility VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title TEXT NOT NULL,
  description MEDIUMTEXT NOT NULL,
  languages VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  places INT NULL,
  places_taken INT NOT NULL DEFAULT 0,
  queue_last INT NOT NULL DEFAULT 0,
  waiting_list BOOLEAN NOT NULL,
  approval VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opens_at DATETIME(6) NULL,
  closes_at DATETIME(6) NULL,
  changes_until DATETIME(6) NULL,
  invitation_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cancelled_because TEXT NULL,
  starts_at DATETIME(6) NULL,
  ends_at DATETIME(6) NULL,
  sequence INT NOT NULL DEFAULT 0,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY event_slug (slug),
  KEY event_coming (state, visibility, ends_at),
  KEY event_organisation (organisation_id, starts_at),
  CONSTRAINT event_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT event_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
  CONSTRAINT event_never_overfull CHECK (places_taken >= 0 AND (places IS NULL OR places_taken <= places))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE category (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  category_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name TEXT NOT NULL,
  position INT NOT NULL,
  places INT NULL,
  places_taken INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY category_key (event_id, category_key),
  CONSTRAINT category_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT category_never_overfull CHECK (places_taken >= 0 AND (places IS NULL OR places_taken <= places))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE session (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  uid VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title TEXT NOT NULL,
  starts_on DATETIME NOT NULL,
  ends_on DATETIME NOT NULL,
  time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  place VARCHAR(500) NULL,
  online_url VARCHAR(1000) NULL,
  host VARCHAR(200) NULL,
  host_contact VARCHAR(500) NULL,
  trainers TEXT NOT NULL,
  places INT NULL,
  places_taken INT NOT NULL DEFAULT 0,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence INT NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY session_event (event_id, starts_at),
  CONSTRAINT session_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT session_never_overfull CHECK (places_taken >= 0 AND (places IS NULL OR places_taken <= places))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE event_revision (
  id INT NOT NULL,
  revision BIGINT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO event_revision (id, revision, changed_at) VALUES (1, 0, UTC_TIMESTAMP(6));
