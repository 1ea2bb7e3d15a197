-- Answers to POSTs with an Idempotency-Key. The answer may hold a secret link, so it is locked with a key made from the
-- client's own key and body, of which only hashes are kept. While it is being worked on the answer is
-- empty; a lease that has run out before then means that a server died at it.
CREATE TABLE submission (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lease CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  leased_until DATETIME(6) NOT NULL,
  began_at DATETIME(6) NOT NULL,
  answer MEDIUMBLOB NOT NULL,
  PRIMARY KEY (hash),
  KEY submission_began (began_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
