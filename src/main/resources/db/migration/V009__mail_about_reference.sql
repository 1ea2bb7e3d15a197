-- A mail is about a registration by its reference, which is known before the registration is written down.
ALTER TABLE mail_outbox ADD COLUMN registration VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER event_id;
UPDATE mail_outbox m JOIN registration r ON r.id = m.registration_id SET m.registration = r.reference;
ALTER TABLE mail_outbox DROP COLUMN registration_id;
