-- What organisers say in mails in their own words: every version, the newest counts; one without a text is a return to
-- the built-in words. An event's stand before its organisation's.
CREATE TABLE own_words (
  id BIGINT NOT NULL AUTO_INCREMENT,
  organisation_id BIGINT NOT NULL,
  event_id BIGINT NULL,
  event_key BIGINT GENERATED ALWAYS AS (COALESCE(event_id, 0)) STORED,
  occasion VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  subject VARCHAR(200) NULL,
  headline VARCHAR(200) NULL,
  text TEXT NULL,
  actor VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  written_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY own_words_version (organisation_id, event_key, occasion, language, version),
  CONSTRAINT own_words_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT own_words_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
