-- Pictures that go with what organisers tell of an event that is over, as pages show them.
CREATE TABLE outcome_picture (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shows TEXT NOT NULL,
  wide MEDIUMBLOB NOT NULL,
  narrow MEDIUMBLOB NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY outcome_picture_once (event_id, name),
  CONSTRAINT outcome_picture_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
