-- By which form a link was used up, and the secret of the registration that it led to: whoever sent the form twice
-- comes to their own page both times, for as long as the registration is theirs.
ALTER TABLE ended_link
  ADD COLUMN submission CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN led_to CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- By which form a place is offered, so that the same one sent twice offers it once.
ALTER TABLE hand_over
  ADD COLUMN submission CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
