-- Files. How many bytes are kept for something, such as the materials of an event; a limit is held by the update that
-- takes them.
CREATE TABLE file_space (
  name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes_taken BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (name),
  CONSTRAINT file_space_never_negative CHECK (bytes_taken >= 0)
);

-- What is known of a file; as long as it is staged, whoever has the secret may still use it.
CREATE TABLE stored_file (
  id BIGINT NOT NULL AUTO_INCREMENT,
  space VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staged_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  staged_until DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY stored_file_staged (staged_hash),
  KEY stored_file_until (staged_until),
  CONSTRAINT stored_file_space FOREIGN KEY (space) REFERENCES file_space (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Its bytes, in pieces that no server's max_allowed_packet refuses.
CREATE TABLE file_piece (
  file_id BIGINT NOT NULL,
  number INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (file_id, number),
  CONSTRAINT file_piece_file FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE CASCADE
);

-- What the people of an event are given to read: a file, or an address elsewhere.
CREATE TABLE material (
  id BIGINT NOT NULL AUTO_INCREMENT,
  event_id BIGINT NOT NULL,
  position INT NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  address VARCHAR(2000) NULL,
  file_id BIGINT NULL,
  visible VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  for_everybody BOOLEAN NOT NULL,
  told_at DATETIME(6) NULL,
  version INT NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY material_event (event_id, position),
  CONSTRAINT material_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT material_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT material_something CHECK (address IS NOT NULL OR file_id IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
