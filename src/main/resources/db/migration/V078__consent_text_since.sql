-- Since when each text of a consent stands, so that people are told a day and not the fingerprint of its words.
ALTER TABLE consent_text ADD COLUMN kept_at DATETIME(6) NULL;

-- Of those that were kept before, it is known when somebody first agreed to them.
UPDATE consent_text t SET t.kept_at = LEAST(
  COALESCE((SELECT MIN(c.given_at) FROM consent c WHERE c.purpose = t.purpose AND c.text_version = t.version),
    UTC_TIMESTAMP(6)),
  COALESCE((SELECT MIN(COALESCE(r.privacy_at, r.registered_at)) FROM registration r WHERE r.privacy_version = t.version),
    UTC_TIMESTAMP(6)));
