-- An event as it was before a change, until its people have heard of what changed since.
CREATE TABLE event_change (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  known MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY event_change_event (event_id),
  KEY event_change_due (due_at),
  CONSTRAINT event_change_event FOREIGN KEY (event_id) REFERENCES event (id)
);

-- Who has yet to hear of changes, and the first of them that they do not know of.
CREATE TABLE change_to_tell (
  registration_id BIGINT NOT NULL,
  change_id BIGINT NOT NULL,
  PRIMARY KEY (registration_id),
  KEY change_to_tell_change (change_id),
  CONSTRAINT change_to_tell_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT change_to_tell_change FOREIGN KEY (change_id) REFERENCES event_change (id) ON DELETE CASCADE
);
