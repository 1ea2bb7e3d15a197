-- Who helps with one event alone, and as what.
CREATE TABLE event_role (
  person_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (person_id, event_id),
  KEY event_role_event (event_id),
  CONSTRAINT event_role_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT event_role_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT event_role_role CHECK (role IN ('ORGANISER', 'CHECK_IN', 'AUDITOR'))
);

-- Invitations to help with one event stand beside those to a team: an address may have one of each.
ALTER TABLE team_invitation
  ADD COLUMN event_id BIGINT NULL,
  ADD COLUMN event_key BIGINT GENERATED ALWAYS AS (COALESCE(event_id, 0)) STORED;

ALTER TABLE team_invitation
  ADD UNIQUE KEY team_invitation_address (organisation_id, event_key, email),
  DROP KEY team_invitation_email;

ALTER TABLE team_invitation
  ADD CONSTRAINT team_invitation_event FOREIGN KEY (event_id) REFERENCES event (id);
