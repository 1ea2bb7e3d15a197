-- Where mail comes back to that an organisation's own server could not deliver.
ALTER TABLE mail_server ADD COLUMN bounce_address VARCHAR(254) NULL;
