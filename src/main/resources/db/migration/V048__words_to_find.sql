-- What people look for, plain: the texts of every language without the JSON around them. The database keeps these
-- columns itself, so that nothing that writes a text can forget them, and shows them only to who asks for them by name.
ALTER TABLE event ADD COLUMN words MEDIUMTEXT GENERATED ALWAYS AS (CONCAT_WS(' ',
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.en')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.lv')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.nb')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.uk')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.ru')),
  JSON_UNQUOTE(JSON_EXTRACT(description, '$.en')), JSON_UNQUOTE(JSON_EXTRACT(description, '$.lv')),
  JSON_UNQUOTE(JSON_EXTRACT(description, '$.nb')), JSON_UNQUOTE(JSON_EXTRACT(description, '$.uk')),
  JSON_UNQUOTE(JSON_EXTRACT(description, '$.ru')))) STORED INVISIBLE;

ALTER TABLE session ADD COLUMN words MEDIUMTEXT GENERATED ALWAYS AS (CONCAT_WS(' ',
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.en')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.lv')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.nb')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.uk')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.ru')))) STORED INVISIBLE;

ALTER TABLE project ADD COLUMN words MEDIUMTEXT GENERATED ALWAYS AS (CONCAT_WS(' ',
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.en')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.lv')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.nb')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.uk')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.ru')))) STORED INVISIBLE;

ALTER TABLE activity ADD COLUMN words MEDIUMTEXT GENERATED ALWAYS AS (CONCAT_WS(' ',
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.en')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.lv')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.nb')), JSON_UNQUOTE(JSON_EXTRACT(title, '$.uk')),
  JSON_UNQUOTE(JSON_EXTRACT(title, '$.ru')))) STORED INVISIBLE;
