-- How many owners an organisation has: a conditional update of this number keeps the last one.
ALTER TABLE organisation ADD COLUMN owners INT NOT NULL DEFAULT 0;

UPDATE organisation SET owners =
  (SELECT COUNT(*) FROM membership WHERE membership.organisation_id = organisation.id AND membership.role = 'OWNER');

ALTER TABLE organisation ADD CONSTRAINT organisation_owners CHECK (owners >= 0);

-- Colleagues who were invited by mail and have not answered yet.
CREATE TABLE team_invitation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  organisation_id BIGINT NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  good_until DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY team_invitation_link (link_hash),
  UNIQUE KEY team_invitation_email (organisation_id, email),
  CONSTRAINT team_invitation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
