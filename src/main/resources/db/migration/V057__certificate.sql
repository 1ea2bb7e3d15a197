-- From what part of the hours on, in percent, somebody earns a certificate of an event; where no row says so, 80.
CREATE TABLE certificate_rule (
  event_id BIGINT NOT NULL,
  percent INT NOT NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT certificate_rule_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT certificate_rule_percent CHECK (percent BETWEEN 1 AND 100)
);

-- Certificates say for ever what they said when they were issued. One that was corrected is replaced by another of another
-- number; of each registration one stands at most. A person who is forgotten leaves a certificate without a name.
CREATE TABLE certificate (
  id BIGINT NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  registration_id BIGINT NOT NULL,
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  title TEXT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  minutes INT NOT NULL,
  trainers TEXT NOT NULL,
  organisation VARCHAR(200) NOT NULL,
  funding TEXT NOT NULL,
  acknowledgement TEXT NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  issued_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  replaced_at DATETIME(6) NULL,
  withdrawn_at DATETIME(6) NULL,
  withdrawn_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  standing TINYINT GENERATED ALWAYS AS
    (CASE WHEN withdrawn_at IS NULL AND replaced_at IS NULL THEN 1 ELSE NULL END) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY certificate_number (number),
  UNIQUE KEY certificate_standing (registration_id, standing),
  KEY certificate_event (event_id),
  CONSTRAINT certificate_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT certificate_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
