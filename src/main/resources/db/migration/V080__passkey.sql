-- What authenticators know somebody by (WebAuthn's user handle): random, so that it says nothing of them.
CREATE TABLE passkey_handle (
  person_id BIGINT NOT NULL,
  handle CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (person_id),
  UNIQUE KEY passkey_handle_handle (handle),
  CONSTRAINT passkey_handle_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Keys by which people sign in; the public half (COSE, RFC 9052), by which a signature of the other one is known.
CREATE TABLE passkey (
  id BIGINT NOT NULL AUTO_INCREMENT,
  person_id BIGINT NOT NULL,
  credential_id VARBINARY(1023) NOT NULL,
  public_key VARBINARY(4000) NOT NULL,
  sign_count BIGINT NOT NULL,
  synced BOOLEAN NOT NULL,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  added_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY passkey_credential (credential_id),
  CONSTRAINT passkey_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- What a browser has been asked to sign and has not signed yet: for this person's new passkey, or to sign somebody in.
CREATE TABLE passkey_challenge (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT NULL,
  good_until DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY passkey_challenge_until (good_until),
  CONSTRAINT passkey_challenge_person FOREIGN KEY (person_id) REFERENCES person (id)
);
