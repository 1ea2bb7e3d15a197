-- The secret address by which one of an organisation's team subscribes to all of its events; whether it tells who comes.
CREATE TABLE team_feed (
  person_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  with_names BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  fetched_at DATETIME(6) NULL,
  fetched_by VARCHAR(100) NULL,
  PRIMARY KEY (person_id, organisation_id),
  UNIQUE KEY team_feed_link (link_hash),
  CONSTRAINT team_feed_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT team_feed_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- When a program last fetched a secret calendar, and which: so that its person notices a stranger's.
ALTER TABLE personal_feed
  ADD COLUMN fetched_at DATETIME(6) NULL,
  ADD COLUMN fetched_by VARCHAR(100) NULL;
