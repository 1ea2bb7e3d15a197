-- 200 events of one association with 100,000 registrations: 10,000 for one that is to come, and 120 events that are over,
-- which count for one project. A statement ends where a line ends with a semicolon.
INSERT INTO project (organisation_id, slug, number, title, description, funder, acknowledgement, version, created_at)
SELECT MIN(id), 'many', 'AIF/2022/KAPAC2/108', '{"lv":"Daudz"}', '{}', 'Aktīvo iedzīvotāju fonds', '{}', 1, UTC_TIMESTAMP(6)
FROM organisation;
INSERT INTO activity (project_id, number, title)
SELECT p.id, n.n, '{"lv":"Darbība"}' FROM project p JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) n
WHERE p.slug = 'many';
INSERT INTO event (organisation_id, activity_id, slug, uid, kind, state, visibility, title, description, languages, time_zone,
  places, waiting_list, approval, starts_at, ends_at, version, created_at, changed_at, announced_at)
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 199)
SELECT (SELECT MIN(id) FROM organisation),
  IF(n < 120, (SELECT MIN(a.id) FROM activity a JOIN project p ON p.id = a.project_id WHERE p.slug = 'many') + MOD(n, 4), NULL),
  CONCAT('crowd-', n), CONCAT('crowd-', n, '@bench'), 'TRAINING', 'PUBLISHED', 'PUBLIC',
  CONCAT('{"lv":"Mācības ', n, '","en":"Training ', n, '"}'), '{"lv":"Ko te *dara*."}', 'lv', 'Europe/Riga',
  20000, TRUE, 'AUTOMATIC',
  UTC_TIMESTAMP() + INTERVAL (n - 120) * 5 + 1 DAY, UTC_TIMESTAMP() + INTERVAL (n - 120) * 5 * 24 + 30 HOUR,
  1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
FROM numbers;
INSERT INTO session (event_id, uid, title, starts_on, ends_on, time_zone, starts_at, place, trainers, state, created_at,
  changed_at)
SELECT e.id, CONCAT('crowd-', e.id, '-', d.d, '@bench'), '{}', e.starts_at + INTERVAL d.d * 3 HOUR,
  e.starts_at + INTERVAL d.d * 3 + 2 HOUR, 'UTC', e.starts_at + INTERVAL d.d * 3 HOUR, 'Rīgas iela 22A', '', 'PLANNED',
  UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
FROM event e JOIN (SELECT 0 AS d UNION SELECT 1) d WHERE e.slug LIKE 'crowd-%';
INSERT INTO category (event_id, category_key, name, description, position)
SELECT id, k.k, CONCAT('{"lv":"', k.k, '"}'), '{}', k.p
FROM event JOIN (SELECT 'member' AS k, 0 AS p UNION SELECT 'volunteer', 1) k WHERE slug LIKE 'crowd-%';
INSERT INTO question (event_id, question_key, position, type, label, help, is_required, is_sensitive, stage, categories,
  shown_if, withdrawn, counts_as)
SELECT id, q.k, q.p, q.t, CONCAT('{"lv":"', q.k, '"}'), '{}', FALSE, FALSE, 'REGISTRATION', '', '[]', FALSE, q.c
FROM event JOIN (SELECT 'country' AS k, 0 AS p, 'COUNTRY' AS t, 'COUNTRY' AS c
  UNION SELECT 'experience', 1, 'TEXT', NULL) q WHERE slug LIKE 'crowd-%';
INSERT INTO registration (reference, event_id, category_id, status, name, email, email_key, phone, organisation, language,
  link_hash, queue_number, registered_at, changed_at)
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 999),
  people (n) AS (SELECT a.n + 1000 * b.n FROM numbers a JOIN numbers b ON b.n < 100)
SELECT LPAD(CONV(p.n + 50000000, 10, 36), 8, 'Q'), e.id,
  (SELECT MIN(c.id) FROM category c WHERE c.event_id = e.id) + MOD(p.n, 2),
  CASE WHEN MOD(p.n, 20) = 0 THEN 'CANCELLED' WHEN MOD(p.n, 20) = 1 THEN 'WAITING' ELSE 'CONFIRMED' END,
  CONCAT(ELT(1 + MOD(p.n, 7), 'Anna', 'Jānis', 'Līga', 'Kari', 'Оксана', 'Ivan', 'Māra'), ' ',
    ELT(1 + MOD(p.n DIV 7, 5), 'Ozola', 'Bērziņš', 'Hansen', 'Шевченко', 'Kalniņa'), ' ', MOD(p.n, 30011)),
  CONCAT('person', p.n, '@example.org'), CONCAT('person', IF(p.n < 10000, p.n, 10000 + MOD(p.n - 10000, 45001)), '@example.org'),
  CONCAT('+371 2', LPAD(MOD(p.n, 30011), 7, '0')), CONCAT('Biedrība ', MOD(p.n, 300)), 'lv',
  SHA2(CONCAT('crowd', p.n), 256), IF(MOD(p.n, 20) = 1, p.n, NULL),
  UTC_TIMESTAMP(6) - INTERVAL p.n MINUTE, UTC_TIMESTAMP(6)
FROM people p JOIN event e ON e.slug = CONCAT('crowd-', IF(p.n < 10000, 150, MOD(p.n, 200)));
INSERT INTO consent (registration_id, purpose, text_version, given_at)
SELECT id, 'PHOTO', '2026-11', UTC_TIMESTAMP(6) FROM registration WHERE MOD(id, 3) > 0;
INSERT INTO answer (registration_id, question_id, given, answered_at)
SELECT r.id, q.id, IF(q.question_key = 'country', ELT(1 + MOD(r.id, 4), 'LV', 'NO', 'UA', 'EE'), 'Jā, gadu'), UTC_TIMESTAMP(6)
FROM registration r JOIN question q ON q.event_id = r.event_id;
INSERT INTO attendance (session_id, registration_id, seen_at, means, recorded_at, recorded_by)
SELECT s.id, r.id, s.starts_at, 'LIST', s.starts_at, 'person:1'
FROM registration r JOIN event e ON e.id = r.event_id JOIN session s ON s.event_id = e.id
WHERE e.activity_id IS NOT NULL AND r.status = 'CONFIRMED' AND MOD(r.id, 5) > 0;
UPDATE event e SET places_taken = (SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED');
UPDATE category c SET places_taken = (SELECT COUNT(*) FROM registration r WHERE r.category_id = c.id AND r.status = 'CONFIRMED');
UPDATE event_revision SET revision = revision + 1;
ANALYZE TABLE registration, consent, answer, attendance, session, event;
