package lv.kopa.roles;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;

/** Something of the demonstration's first organisation for every address that has blanks. */
final class Examples {
    private static final String OWN = " WHERE e.organisation_id = 1 ORDER BY 1 LIMIT 1";
    private static final String EVENT =
            "SELECT e.slug FROM event e WHERE e.organisation_id = 1" + " AND e.slug = 'citu-jomu-eksperti'";
    private static final String REGISTRATION =
            "SELECT r.reference FROM registration r JOIN event e ON e.id = r.event_id" + OWN;

    private static final String AT_THE_DOOR =
            "SELECT CONCAT(e.slug, '/', s.id, '/', r.reference) FROM session s JOIN event e ON e.id = s.event_id"
                    + " JOIN registration r ON r.event_id = e.id AND r.status = 'CONFIRMED'" + OWN;
    private static final String CERTIFICATE =
            "SELECT CONCAT(e.slug, '/', number) FROM certificate c JOIN event e ON e.id = c.event_id"
                    + " JOIN registration r ON r.id = c.registration_id" + OWN;

    /** What fills the blanks of addresses that begin so: the longest beginning counts. */
    private static final Map<String, String> BLANKS = Map.ofEntries(
            Map.entry("/organiser/events/{slug}", EVENT),
            Map.entry("/organiser/events/begin/{", "SELECT 'training'"),
            Map.entry("/organiser/events/{slug}/decisions/{", of("decision", "id")),
            Map.entry("/organiser/events/{slug}/questions/{", of("question", "question_key")),
            Map.entry("/organiser/events/{slug}/materials/{", of("material", "id")),
            Map.entry("/organiser/events/{slug}/regular-lists/{", of("list_order", "id")),
            Map.entry("/organiser/events/{slug}/outcome/pictures", "SELECT 'nosleguma-apmacibas'"),
            Map.entry("/organiser/events/{slug}/outcome/pictures/{", "SELECT 'nosleguma-apmacibas/1'"),
            Map.entry("/organiser/events/{slug}/feedback/questions/{", of("feedback_question", "id")),
            Map.entry("/organiser/events/{slug}/delegations/{", of("delegation", "id")),
            Map.entry("/organiser/events/{slug}/circulars/{", of("circular", "id")),
            Map.entry("/organiser/events/{slug}/invitations/{", of("invitation", "id")),
            Map.entry("/organiser/events/{slug}/reminders/{", of("event_reminder", "id")),
            Map.entry("/organiser/events/{slug}/sign-in/scans/{", of("signed_sheet", "id")),
            Map.entry("/organiser/events/{slug}/check-in/{", AT_THE_DOOR),
            Map.entry("/organiser/check-in/{reference}", REGISTRATION),
            Map.entry("/organiser/events/{slug}/certificates", "SELECT 'nosleguma-apmacibas'"),
            Map.entry("/organiser/events/{slug}/certificates/{reference}", CERTIFICATE.replace("number", "reference")),
            Map.entry("/organiser/events/{slug}/certificates/{number}", CERTIFICATE),
            Map.entry(
                    "/organiser/events/{slug}/helpers/{",
                    "SELECT CONCAT(e.slug, '/', MIN(r.person_id)) FROM event_role r JOIN event e ON e.id = r.event_id"
                            + " WHERE e.slug = 'citu-jomu-eksperti' GROUP BY e.slug"),
            Map.entry(
                    "/organiser/events/{slug}/helpers/invitations/{",
                    "SELECT CONCAT(e.slug, '/', i.id) FROM team_invitation i JOIN event e ON e.id = i.event_id"),
            Map.entry("/organiser/calendar/{slug}", "SELECT 'intelekta-parks'"),
            Map.entry("/organiser/organisations/{slug}", "SELECT 'intelekta-parks'"),
            Map.entry(
                    "/organiser/organisations/{slug}/team/{",
                    "SELECT CONCAT('intelekta-parks/', p.id) FROM person p WHERE p.email LIKE 'janis@%'"),
            Map.entry(
                    "/organiser/organisations/{slug}/team/invitations/{",
                    "SELECT CONCAT('intelekta-parks/', i.id) FROM team_invitation i WHERE i.event_id IS NULL"),
            Map.entry("/organiser/projects/{slug}", "SELECT slug FROM project WHERE organisation_id = 1 LIMIT 1"),
            Map.entry("/organiser/outbox/{id}", "SELECT MIN(id) FROM mail_outbox WHERE organisation_id = 1"),
            Map.entry("/organiser/registrations/{reference}", REGISTRATION),
            Map.entry(
                    "/organiser/registrations/{reference}/answers/{",
                    "SELECT CONCAT(r.reference, '/', q.question_key) FROM answer a"
                            + " JOIN question q ON q.id = a.question_id"
                            + " JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id"
                            + OWN),
            Map.entry("/organiser/tokens/{id}", "SELECT 1"),
            Map.entry("/organiser/account/sign-ins/{id}", "SELECT 1"),
            Map.entry("/organiser/account/passkeys/{id}", "SELECT 1"),
            Map.entry(
                    "/organiser/{what}/{slug}/texts",
                    "SELECT CONCAT('events/', slug, '/confirmed/lv/1') FROM event e"
                            + " WHERE slug = 'citu-jomu-eksperti'"),
            Map.entry("/api/v1/events/{slug}", EVENT),
            Map.entry("/api/v1/organisations/{slug}", "SELECT 'intelekta-parks'"),
            Map.entry("/api/v1/projects/{slug}", "SELECT slug FROM project WHERE organisation_id = 1 LIMIT 1"),
            Map.entry("/api/v1/registrations/{reference}", REGISTRATION),
            Map.entry(
                    "/api/v1/sessions/{id}",
                    "SELECT CONCAT(s.id, '/', r.reference) FROM session s JOIN event e ON e.id = s.event_id"
                            + " JOIN registration r ON r.event_id = e.id" + OWN));

    private final TestDatabase database;
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    Examples(TestDatabase database) {
        this.database = database;
    }

    static void addWhatTheDemonstrationLacks(TestDatabase database) {
        String event = "(SELECT id FROM event WHERE slug = 'citu-jomu-eksperti')";
        database.execute(
                "UPDATE question SET is_sensitive = TRUE WHERE question_key = 'expert'",
                "INSERT INTO team_invitation (organisation_id, email, role, link_hash, invited_at, good_until)"
                        + " VALUES (1, 'b@example.org', 'AUDITOR', '" + "0".repeat(64) + "', NOW(), NOW())",
                "INSERT INTO team_invitation (organisation_id, event_id, email, role, link_hash, invited_at, good_until)"
                        + " VALUES (1, " + event + ", 'b@example.org', 'AUDITOR', '" + "1".repeat(64)
                        + "', NOW(), NOW())",
                "INSERT INTO file_space (name, bytes_taken) VALUES ('walk', 1)",
                "INSERT INTO stored_file (id, space, name, media_type, size_bytes, sha256, created_at)"
                        + " VALUES (900, 'walk', 'a.txt', 'text/plain', 1, '" + "0".repeat(64) + "', NOW())",
                "INSERT INTO file_piece (file_id, number, content) VALUES (900, 0, 'a')",
                "INSERT INTO material (event_id, position, title, about, file_id, visible, for_everybody, created_at)"
                        + " VALUES (" + event + ", 0, '{\"en\":\"Notes\"}', '{}', 900, 'AT_ONCE', TRUE, NOW())",
                "INSERT INTO signed_sheet (event_id, day, file_id, kept_at, kept_by) VALUES (" + event
                        + ", '2026-01-01', 900, NOW(), 'system')",
                "INSERT INTO decision (event_id, approved, people, decided_by, decided_at, undo_until, known) VALUES ("
                        + event + ", TRUE, 0, 'system', NOW(), NOW(), '{}')",
                "INSERT INTO feedback_question (event_id, position, kind, label, is_required) VALUES (" + event
                        + ", 0, 'RATING', '{\"en\":\"How was it?\"}', FALSE)",
                "INSERT INTO list_order (event_id, person_id, rhythm, q, unanswered, asked_by, next_at) VALUES ("
                        + event + ", 1, 'DAILY', '', FALSE, 'system', NOW())",
                "INSERT INTO circular (event_id, submission, subject, text, news, state, written_by, written_at) VALUES ("
                        + event + ", '" + "0".repeat(64)
                        + "', '{\"en\":\"News\"}', '{\"en\":\"News\"}', FALSE, 'DONE', 'system', NOW())",
                "INSERT INTO invitation (event_id, name, email, email_key, language, approved, state, invited_at,"
                        + " written_at) VALUES (" + event + ", 'A', 'a@example.org', 'a@example.org', 'lv', FALSE,"
                        + " 'OPEN', NOW(), NOW())",
                "INSERT INTO question (event_id, question_key, position, type, label, help, is_required, is_sensitive,"
                        + " stage, categories, shown_if, withdrawn) VALUES (" + event
                        + ", 'paper', 9, 'FILE', '{\"en\":\"Paper\"}', '{}', FALSE, FALSE, 'CONFIRMED', '', '[]', FALSE)",
                "INSERT INTO answer (registration_id, question_id, given, answered_at) VALUES ((SELECT MIN(id) FROM"
                        + " registration WHERE event_id = " + event + "), (SELECT id FROM question WHERE question_key ="
                        + " 'paper'), 'file:900:1:a.txt', NOW())",
                "INSERT INTO own_words (organisation_id, event_id, occasion, language, version, subject, headline, text,"
                        + " actor, written_at) VALUES (1, " + event
                        + ", 'confirmed', 'lv', 1, 'A', 'A', 'A', 'system', NOW())");
    }

    private static String of(String table, String key) {
        return "SELECT CONCAT(e.slug, '/', t." + key + ") FROM " + table + " t JOIN event e ON e.id = t.event_id" + OWN;
    }

    /** An address with its blanks filled; what has no example is told so. */
    String fill(String template) {
        if (!template.contains("{")) {
            return template;
        }
        String beginning = BLANKS.keySet().stream()
                .filter(template::startsWith)
                .max(Comparator.comparing(String::length))
                .orElseThrow(() -> new AssertionError("Give an example for " + template));
        List<String> rows = found.computeIfAbsent(BLANKS.get(beginning), database::texts);
        if (rows.isEmpty()) {
            throw new AssertionError("The demonstration has nothing for " + template);
        }
        String address = template;
        for (String value : rows.get(0).split("/")) {
            address = address.replaceFirst("\\{[^}]+}", value);
        }
        return address;
    }
}
