UPDATE registration r JOIN consent c ON c.registration_id = r.id AND c.purpose = 'PRIVACY'
  SET r.privacy_version = c.text_version;
DELETE FROM consent WHERE purpose = 'PRIVACY';
