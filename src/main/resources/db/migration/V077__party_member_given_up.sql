-- What a contact saw of somebody without a registration to see before giving the place up, and when that was, so that it
-- can be taken back for as long as anybody else's.
ALTER TABLE party_member
  ADD COLUMN given_up_from VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN given_up_at DATETIME(6) NULL;
