-- A mail is about a registration by its reference, which is known before the registration is written down. Its id
-- stays for a release, for the servers that still write it.
ALTER TABLE mail_outbox ADD COLUMN registration VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER event_id;
