-- By what the organisers of an event choose among those who ask for a place.
CREATE TABLE selection_criterion (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  name VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  KEY selection_criterion_event (event_id, position),
  CONSTRAINT selection_criterion_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How many points somebody has by one of them. It is about a person, and goes when the person is forgotten.
CREATE TABLE selection_mark (
  registration_id BIGINT NOT NULL,
  criterion_id BIGINT NOT NULL,
  points TINYINT NOT NULL,
  PRIMARY KEY (registration_id, criterion_id),
  KEY selection_mark_criterion (criterion_id),
  CONSTRAINT selection_mark_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT selection_mark_criterion FOREIGN KEY (criterion_id) REFERENCES selection_criterion (id),
  CONSTRAINT selection_mark_points CHECK (points BETWEEN 0 AND 3)
);

-- What organisers note of somebody; the same holds for it.
CREATE TABLE selection_note (
  registration_id BIGINT NOT NULL,
  note TEXT NOT NULL,
  version INT NOT NULL,
  written_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  written_at DATETIME(6) NOT NULL,
  PRIMARY KEY (registration_id),
  CONSTRAINT selection_note_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
