-- What the people of an event are asked once it is over; without a row, nothing. It can be answered while it is open.
CREATE TABLE feedback (
  event_id BIGINT NOT NULL,
  anonymous BOOLEAN NOT NULL,
  hours_after INT NOT NULL,
  rating_shown BOOLEAN NOT NULL,
  opened_at DATETIME(6) NULL,
  mailed_at DATETIME(6) NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT feedback_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT feedback_hours CHECK (hours_after BETWEEN 0 AND 336)
);

CREATE TABLE feedback_question (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label TEXT NOT NULL,
  is_required BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  KEY feedback_question_event (event_id, position),
  CONSTRAINT feedback_question_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT feedback_question_kind CHECK (kind IN ('RATING', 'YES_NO', 'CHOICE', 'CHOICES', 'TEXT'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE feedback_choice (
  id BIGINT NOT NULL AUTO_INCREMENT,
  question_id BIGINT NOT NULL,
  position INT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (id),
  KEY feedback_choice_question (question_id, position),
  CONSTRAINT feedback_choice_question FOREIGN KEY (question_id) REFERENCES feedback_question (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Who has answered, so that nobody does twice. When is not kept, nor anything by which a row here could be laid beside
-- an anonymous sheet.
CREATE TABLE feedback_given (
  registration_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  PRIMARY KEY (registration_id),
  KEY feedback_given_event (event_id),
  CONSTRAINT feedback_given_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT feedback_given_event FOREIGN KEY (event_id) REFERENCES event (id)
);

-- What somebody answered. Sheets are numbered at random, so that they lie in no order; one that is anonymous names nobody.
CREATE TABLE feedback_sheet (
  id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  registration_id BIGINT NULL,
  PRIMARY KEY (id),
  KEY feedback_sheet_event (event_id),
  KEY feedback_sheet_registration (registration_id),
  CONSTRAINT feedback_sheet_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT feedback_sheet_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);

-- A rating as 1 to 5, yes or no as true or false, a choice as its number, each of several in a row of its own; else a text.
CREATE TABLE feedback_answer (
  sheet_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  question_id BIGINT NOT NULL,
  place INT NOT NULL,
  given TEXT NOT NULL,
  PRIMARY KEY (sheet_id, question_id, place),
  KEY feedback_answer_question (question_id),
  CONSTRAINT feedback_answer_sheet FOREIGN KEY (sheet_id) REFERENCES feedback_sheet (id),
  CONSTRAINT feedback_answer_question FOREIGN KEY (question_id) REFERENCES feedback_question (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
