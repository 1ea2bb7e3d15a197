-- Mail servers of organisations' own; the password is sealed with a key that is not in the database.
CREATE TABLE mail_server (
  organisation_id BIGINT         NOT NULL,
  host            VARCHAR(253)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  port            INT            NOT NULL,
  tls             VARCHAR(10)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  username        VARCHAR(254)   NULL,
  sealed_password VARBINARY(2000) NULL,
  from_address    VARCHAR(254)   NOT NULL,
  per_minute      INT            NULL,
  version         INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A row for each server that takes no mail at the moment; of organisation 0 is the installation's.
CREATE TABLE mail_outage (
  organisation_id BIGINT       NOT NULL,
  began_at        DATETIME(6)  NOT NULL,
  words           VARCHAR(500) NOT NULL,
  PRIMARY KEY (organisation_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Until when what a server takes each minute is used up, where that is limited.
CREATE TABLE mail_pace (
  organisation_id BIGINT      NOT NULL,
  used_until      DATETIME(6) NOT NULL,
  PRIMARY KEY (organisation_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The server that was spoken to last; each server's mail is looked for in an index of its own.
ALTER TABLE mail_outbox
  ADD COLUMN server     VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN own_server BOOLEAN      NULL,
  ADD KEY mail_outbox_of_all (state, next_attempt_at, organisation_id),
  ADD KEY mail_outbox_of_one (organisation_id, state, next_attempt_at),
  DROP KEY mail_outbox_due,
  DROP KEY mail_outbox_organisation;
