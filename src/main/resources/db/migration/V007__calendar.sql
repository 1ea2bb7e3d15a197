-- Since when each of the calendars that people subscribe to is as it is: the Last-Modified of all servers.
CREATE TABLE feed (
  feed_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME NOT NULL,
  PRIMARY KEY (feed_key)
);
