-- Addresses that have to show themselves to be the person's before a place counts.
ALTER TABLE event ADD COLUMN confirm_address BOOLEAN NOT NULL DEFAULT FALSE;

-- A registration whose person is asked for that. It is only held: unless the link comes back until then, it ends. The
-- revision is the registration's at that time; whatever is decided about it afterwards is no longer this one's to undo.
CREATE TABLE address_hold (
  registration_id BIGINT NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision INT NOT NULL,
  held_until DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6) NULL,
  ran_out_at DATETIME(6) NULL,
  PRIMARY KEY (registration_id),
  UNIQUE KEY address_hold_link (link_hash),
  KEY address_hold_overdue (ran_out_at, confirmed_at, held_until),
  CONSTRAINT address_hold_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);
