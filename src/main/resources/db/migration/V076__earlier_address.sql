-- Addresses that registrations had before their people changed them, for as long as whoever reads mails there can take
-- that back; forgotten afterwards. Of the link only the hash is kept.
CREATE TABLE earlier_address (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registration_id BIGINT NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  left_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash),
  KEY earlier_address_left (left_at),
  CONSTRAINT earlier_address_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
