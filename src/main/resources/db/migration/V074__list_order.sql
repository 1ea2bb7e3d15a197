-- Lists of who comes to an event that are mailed to somebody of its team until it is over, with the filter and the
-- columns they were asked for with, the latter by commas; NULL for all.
CREATE TABLE list_order (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  rhythm VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  q VARCHAR(200) NOT NULL,
  status VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  category VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  unanswered BOOLEAN NOT NULL,
  columns VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  asked_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY list_order_event (event_id),
  KEY list_order_next (next_at),
  CONSTRAINT list_order_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT list_order_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT list_order_rhythm CHECK (rhythm IN ('DAILY', 'WEEKLY'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
