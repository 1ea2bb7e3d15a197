-- What feeds are put together from: each entry as it stands in all of them, written once per change, so that a server
-- which has just begun need write none. The digest is of all that an entry is written from, and of the program's build.
CREATE TABLE feed_piece (
  uid VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  octets MEDIUMBLOB NOT NULL,
  PRIMARY KEY (uid, language),
  CONSTRAINT feed_piece_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
);
