-- What goes with mails is kept once, named by its hash, instead of with each mail. As for V013, servers of before are
-- to be ended first.
CREATE TABLE mail_parcel (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (hash)
);
INSERT INTO mail_parcel (hash, content)
  SELECT SHA2(attachments, 256), attachments FROM mail_outbox WHERE attachments IS NOT NULL
  ON DUPLICATE KEY UPDATE mail_parcel.hash = mail_parcel.hash;
ALTER TABLE mail_outbox
  ADD COLUMN parcel CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER wording,
  ADD CONSTRAINT mail_outbox_parcel FOREIGN KEY (parcel) REFERENCES mail_parcel (hash);
UPDATE mail_outbox SET parcel = SHA2(attachments, 256) WHERE attachments IS NOT NULL;
ALTER TABLE mail_outbox DROP COLUMN attachments;
