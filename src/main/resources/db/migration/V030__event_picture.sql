-- What an event looks like: the name of the picture by its content, and what is to be seen on it, in several languages.
ALTER TABLE event
  ADD COLUMN picture CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN picture_shows TEXT NOT NULL DEFAULT ('{}');

CREATE TABLE event_picture (
  event_id BIGINT NOT NULL,
  name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wide MEDIUMBLOB NOT NULL,
  narrow MEDIUMBLOB NOT NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT event_picture_event FOREIGN KEY (event_id) REFERENCES event (id)
);
