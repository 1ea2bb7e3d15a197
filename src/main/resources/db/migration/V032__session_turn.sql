-- Sessions that were full when somebody chose to wait for them besides the place in the event that they have, or want.
-- Numbers come from the event's one queue, so that whoever waits for everything at once stands in the same line.
CREATE TABLE session_turn (
  registration_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  number INT NOT NULL,
  PRIMARY KEY (registration_id, session_id),
  KEY session_turn_line (session_id, number),
  CONSTRAINT session_turn_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT session_turn_session FOREIGN KEY (session_id) REFERENCES session (id)
);
