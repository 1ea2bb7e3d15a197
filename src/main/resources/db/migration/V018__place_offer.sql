-- Whether a place that has become free is given to whoever is next in line at once, or offered for so many hours.
ALTER TABLE event ADD COLUMN offer_hours INT NULL;

-- A place that is offered to somebody who waits. It is taken all the while, in the kind of place that stands here, and
-- the registration stays in line. How it ended stands here too; there is one at most that has not.
CREATE TABLE place_offer (
  id BIGINT NOT NULL AUTO_INCREMENT,
  registration_id BIGINT NOT NULL,
  category_id BIGINT NULL,
  offered_at DATETIME(6) NOT NULL,
  answer_by DATETIME(6) NOT NULL,
  ending VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at DATETIME(6) NULL,
  open_for BIGINT GENERATED ALWAYS AS (CASE WHEN ending IS NULL THEN registration_id ELSE NULL END) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY place_offer_open (open_for),
  KEY place_offer_registration (registration_id),
  KEY place_offer_overdue (ending, answer_by),
  CONSTRAINT place_offer_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT place_offer_category FOREIGN KEY (category_id) REFERENCES category (id)
);

-- Other kinds of place that somebody would take as well.
CREATE TABLE registration_wish (
  registration_id BIGINT NOT NULL,
  category_id BIGINT NOT NULL,
  PRIMARY KEY (registration_id, category_id),
  CONSTRAINT registration_wish_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT registration_wish_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);
