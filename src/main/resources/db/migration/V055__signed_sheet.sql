-- Scans of sheets that people signed: of a day, or of one session on it. The day is the one it was held on, whatever
-- becomes of the session's date afterwards.
CREATE TABLE signed_sheet (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  day DATE NOT NULL,
  session_id BIGINT NULL,
  file_id BIGINT NOT NULL,
  kept_at DATETIME(6) NOT NULL,
  kept_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  KEY signed_sheet_event (event_id, day),
  CONSTRAINT signed_sheet_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT signed_sheet_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT signed_sheet_file FOREIGN KEY (file_id) REFERENCES stored_file (id)
);
