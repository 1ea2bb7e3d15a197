-- Which decision a mail was held back for: undoing that takes out these mails, and nothing else that is written meanwhile.
ALTER TABLE mail_outbox ADD COLUMN held_for BIGINT NULL;

-- The event as it was when it was decided, and as those knew it who had yet to hear of changes: when their mail is taken
-- out, they have not heard either what it said of the event.
ALTER TABLE decision
  ADD COLUMN known MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  DROP COLUMN newest_mail;
ALTER TABLE decision_person
  ADD COLUMN known MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL;

-- Of what was decided before, neither is known: it is not undone any more.
UPDATE decision SET undo_until = decided_at WHERE undone_at IS NULL AND undo_until > UTC_TIMESTAMP(6);
