-- A mail is kept as its wording, from which text and HTML are made when it is sent or looked at: a fifth of the bytes.
-- What was put before keeps its text. Servers of before are to be ended first, since they look for both forms.
ALTER TABLE mail_outbox ADD COLUMN wording MEDIUMTEXT NULL AFTER subject;
UPDATE mail_outbox SET wording = JSON_OBJECT(
  'subject', subject, 'headline', '', 'greeting', '', 'paragraphs', JSON_ARRAY(text_body), 'facts', JSON_ARRAY(),
  'footer', JSON_ARRAY());
ALTER TABLE mail_outbox MODIFY COLUMN wording MEDIUMTEXT NOT NULL, DROP COLUMN text_body, DROP COLUMN html_body;
