-- The files that go with a circular besides the first, which stays where it was: a server of the release before knows that
-- one while servers are renewed one by one.
CREATE TABLE circular_file (
  circular_id BIGINT NOT NULL,
  number INT NOT NULL,
  file_id BIGINT NOT NULL,
  PRIMARY KEY (circular_id, number),
  CONSTRAINT circular_file_circular FOREIGN KEY (circular_id) REFERENCES circular (id),
  CONSTRAINT circular_file_file FOREIGN KEY (file_id) REFERENCES stored_file (id)
);
