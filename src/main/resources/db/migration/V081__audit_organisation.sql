-- Whose a deed is, and what event it has to do with: written when it is done, so that a team's record is read in the order
-- of an index, and stays readable when what it was done to is gone. None where it was done to somebody's own account.
ALTER TABLE audit ADD COLUMN organisation_id BIGINT NULL, ADD COLUMN event_id BIGINT NULL;

-- The latest deeds of a team, of a time, of a person or of a kind; and those that have to do with an event.
ALTER TABLE audit
  DROP KEY audit_at,
  DROP KEY audit_actor,
  ADD KEY audit_organisation (organisation_id, at, id),
  ADD KEY audit_actor (organisation_id, actor, at, id),
  ADD KEY audit_deed (organisation_id, deed, at, id),
  ADD KEY audit_event (event_id, at, id);
