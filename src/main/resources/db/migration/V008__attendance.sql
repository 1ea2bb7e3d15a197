-- A row says that somebody was there. One taken back stays, with who took it back and when; at most one stands.
CREATE TABLE attendance (
  id BIGINT NOT NULL AUTO_INCREMENT,
  session_id BIGINT NOT NULL,
  registration_id BIGINT NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  means VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  recorded_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  withdrawn_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  standing TINYINT GENERATED ALWAYS AS (CASE WHEN withdrawn_at IS NULL THEN 1 ELSE NULL END) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY attendance_once (registration_id, session_id, standing),
  KEY attendance_session (session_id),
  CONSTRAINT attendance_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT attendance_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);
