-- Who was registered with a party carried the version of the text for people who register themselves, which nobody had
-- read then: they get that of what their contact said. Left alone are those who have agreed by themselves since, and
-- those whose version is one of a contact's text already. When it was said stays: it was when they joined the party.
-- Of delegations no version was kept, so that theirs stay as they are.
UPDATE registration r
  JOIN party_member m ON m.registration_id = r.id
  JOIN party p ON p.id = m.party_id
  SET r.privacy_version = p.privacy_version
  WHERE NOT EXISTS (
      SELECT 1 FROM consent_text t WHERE t.purpose = 'PARTY' AND t.version = r.privacy_version)
    AND NOT EXISTS (
      SELECT 1 FROM audit a
      WHERE a.subject = 'registration' AND a.subject_id = r.id AND a.deed = 'consent-given' AND a.detail = 'privacy'
        AND a.at >= COALESCE(r.privacy_at, r.registered_at));
