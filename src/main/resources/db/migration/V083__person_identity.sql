-- By what a provider of identities knows people who sign in with it.
CREATE TABLE person_identity (
  person_id BIGINT NOT NULL,
  issuer VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bound_at DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, issuer),
  UNIQUE KEY person_identity_subject (issuer, subject),
  CONSTRAINT person_identity_person FOREIGN KEY (person_id) REFERENCES person (id)
);
