-- Since when each text of a consent stands, so that people are told a day and not the fingerprint of its words.
ALTER TABLE consent_text ADD COLUMN kept_at DATETIME(6) NULL;

-- Of those that were kept before, it is known when somebody first agreed to them; where nobody did, nothing is.
UPDATE consent_text t
  LEFT JOIN (SELECT purpose, text_version, MIN(given_at) AS first FROM consent GROUP BY purpose, text_version) c
    ON c.purpose = t.purpose AND c.text_version = t.version
  LEFT JOIN (SELECT privacy_version, MIN(COALESCE(privacy_at, registered_at)) AS first FROM registration
    GROUP BY privacy_version) r ON r.privacy_version = t.version
SET t.kept_at = LEAST(COALESCE(c.first, r.first), COALESCE(r.first, c.first));
