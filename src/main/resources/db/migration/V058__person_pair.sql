-- Whether two registrations that look alike are one person's, as an organiser said who looked. No name stands here, so
-- that nothing is left to be erased with a person.
CREATE TABLE person_pair (
  first_registration BIGINT NOT NULL,
  second_registration BIGINT NOT NULL,
  one_person BOOLEAN NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  decided_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (first_registration, second_registration),
  CONSTRAINT person_pair_first FOREIGN KEY (first_registration) REFERENCES registration (id),
  CONSTRAINT person_pair_second FOREIGN KEY (second_registration) REFERENCES registration (id)
);
