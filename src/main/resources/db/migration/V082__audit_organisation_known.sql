-- Deeds that were done before. A server of the release before may still record some; DeedsOfEarlierServers sees to them.
UPDATE audit a
  LEFT JOIN registration r ON a.subject = 'registration' AND r.id = a.subject_id
  LEFT JOIN delegation d ON a.subject = 'delegation' AND d.id = a.subject_id
  LEFT JOIN event e ON e.id = CASE a.subject WHEN 'event' THEN a.subject_id
    WHEN 'registration' THEN r.event_id WHEN 'delegation' THEN d.event_id END
  LEFT JOIN project j ON a.subject = 'project' AND j.id = a.subject_id
  LEFT JOIN organisation o ON a.subject = 'organisation' AND o.id = a.subject_id
SET a.organisation_id = COALESCE(e.organisation_id, j.organisation_id, o.id), a.event_id = e.id;
