-- Reminders of an event: so long before or after it, or each of its sessions. A moment is one of them that has come;
-- about_at is the time it spoke of, by which it is known again when the event moves. session_id is 0 for the event.
CREATE TABLE event_reminder (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  amount INT NOT NULL,
  unit VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  side VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY event_reminder_once (event_id, side, amount, unit),
  CONSTRAINT event_reminder_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE event_reminder_moment (
  reminder_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  about_at DATETIME(6) NOT NULL,
  done_at DATETIME(6) NULL,
  PRIMARY KEY (reminder_id, session_id),
  CONSTRAINT event_reminder_moment_reminder FOREIGN KEY (reminder_id) REFERENCES event_reminder (id)
);
