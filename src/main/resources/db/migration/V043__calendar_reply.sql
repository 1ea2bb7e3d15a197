-- What somebody's calendar answered last about an entry, so that older answers that come late are known as such.
CREATE TABLE calendar_reply (
  uid VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  said VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence INT NOT NULL,
  stamped_at DATETIME(6) NOT NULL,
  PRIMARY KEY (uid)
);

-- Until when a place that was given up can be taken back, where that is longer than usual.
ALTER TABLE registration ADD COLUMN undo_until DATETIME(6) NULL;
