-- A sign-in can be pointed at without its secret, says roughly which browser it is in, and may still lack a second step.
ALTER TABLE sign_in
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT,
  ADD COLUMN browser VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN half BOOLEAN NOT NULL DEFAULT FALSE,
  ADD UNIQUE KEY sign_in_id (id);

-- The secret that somebody's telephone makes codes of (RFC 6238), sealed; it counts once a code has confirmed it. The
-- last step is the newest of which a code was taken, so that each is good once.
CREATE TABLE second_factor (
  person_id BIGINT NOT NULL,
  sealed_secret VARBINARY(200) NOT NULL,
  confirmed_at DATETIME(6) NULL,
  last_step BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id),
  CONSTRAINT second_factor_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE recovery_code (
  person_id BIGINT NOT NULL,
  code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (person_id, code_hash),
  CONSTRAINT recovery_code_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Links by which somebody who forgot the password chooses another.
CREATE TABLE password_reset (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT NOT NULL,
  good_until DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  KEY password_reset_until (good_until),
  CONSTRAINT password_reset_person FOREIGN KEY (person_id) REFERENCES person (id)
);
