-- From when until when somebody was at a session, by the clocks of its place, where that is not all of it.
ALTER TABLE attendance
  ADD COLUMN came_on DATETIME NULL,
  ADD COLUMN left_on DATETIME NULL,
  ADD COLUMN timed_at DATETIME(6) NULL,
  ADD COLUMN timed_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL;
