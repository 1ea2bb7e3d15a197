-- Secret links that open nothing any more, and why, so that whoever still holds one is told what is true. They name
-- neither a person nor a registration, and so outlive both.
CREATE TABLE ended_link (
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ending VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ended_at DATETIME(6) NOT NULL,
  PRIMARY KEY (link_hash)
);
