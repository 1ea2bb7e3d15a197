-- What an organiser asks beyond name and address. What was asked once and is asked no longer is withdrawn, since there
-- are answers to it.
CREATE TABLE question (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  question_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label TEXT NOT NULL,
  help TEXT NOT NULL,
  is_required BOOLEAN NOT NULL,
  is_sensitive BOOLEAN NOT NULL,
  stage VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  categories TEXT NOT NULL,
  shown_if TEXT NOT NULL,
  withdrawn BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY question_key (event_id, question_key),
  CONSTRAINT question_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE choice (
  id BIGINT NOT NULL AUTO_INCREMENT,
  question_id BIGINT NOT NULL,
  choice_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  label TEXT NOT NULL,
  places INT NULL,
  places_taken INT NOT NULL DEFAULT 0,
  withdrawn BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY choice_key (question_id, choice_key),
  CONSTRAINT choice_question FOREIGN KEY (question_id) REFERENCES question (id),
  CONSTRAINT choice_never_overfull CHECK (places_taken >= 0 AND (places IS NULL OR places_taken <= places))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A row for each value of an answer: the choice, the text as it is kept, or, of a sensitive question, all of it sealed.
CREATE TABLE answer (
  id BIGINT NOT NULL AUTO_INCREMENT,
  registration_id BIGINT NOT NULL,
  question_id BIGINT NOT NULL,
  choice_id BIGINT NULL,
  given TEXT NULL,
  sealed BLOB NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY answer_registration (registration_id),
  KEY answer_question (question_id),
  KEY answer_choice (choice_id),
  CONSTRAINT answer_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT answer_question FOREIGN KEY (question_id) REFERENCES question (id),
  CONSTRAINT answer_choice FOREIGN KEY (choice_id) REFERENCES choice (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
