-- Which drafts are templates: events are started from them, and they are never published. One that was removed can be put
-- back, for events are not deleted.
CREATE TABLE event_template (
  event_id BIGINT NOT NULL,
  kept_at DATETIME(6) NOT NULL,
  removed_at DATETIME(6) NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT event_template_event FOREIGN KEY (event_id) REFERENCES event (id)
);

-- What an organiser decided on several people at once; until when that can be undone, up to when its mails wait; and which
-- mail was the newest before, so that those about these people after it are known to be of this decision or later.
CREATE TABLE decision (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  approved BOOLEAN NOT NULL,
  people INT NOT NULL,
  decided_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  undo_until DATETIME(6) NOT NULL,
  newest_mail BIGINT NOT NULL,
  undone_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  undone_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY decision_event (event_id, undo_until),
  CONSTRAINT decision_event FOREIGN KEY (event_id) REFERENCES event (id)
);

-- On whom; which kinds of place they wished for before, whether anything has happened to the registration since, and what
-- became of them when it was undone.
CREATE TABLE decision_person (
  decision_id BIGINT NOT NULL,
  registration_id BIGINT NOT NULL,
  category_id BIGINT NULL,
  others VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision INT NOT NULL,
  fate VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (decision_id, registration_id),
  KEY decision_person_registration (registration_id),
  CONSTRAINT decision_person_decision FOREIGN KEY (decision_id) REFERENCES decision (id),
  CONSTRAINT decision_person_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);
