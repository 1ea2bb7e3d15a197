-- Which events were made by which form, so that one that is sent twice makes them once: events are not deleted.
CREATE TABLE event_copy (
  submission CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  PRIMARY KEY (submission, event_id),
  CONSTRAINT event_copy_event FOREIGN KEY (event_id) REFERENCES event (id)
);
