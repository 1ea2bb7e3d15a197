-- What is written to many at once, which waits for what somebody may be waiting for.
ALTER TABLE mail_outbox
  ADD COLUMN bulk BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY mail_outbox_due_of_all (state, bulk, next_attempt_at, organisation_id),
  ADD KEY mail_outbox_due_of_one (organisation_id, state, bulk, next_attempt_at),
  DROP KEY mail_outbox_of_all,
  DROP KEY mail_outbox_of_one;
UPDATE mail_outbox SET bulk = TRUE WHERE state = 'WAITING' AND kind = 'circular';
