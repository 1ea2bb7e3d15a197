package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import lv.kopa.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Databases go forward: empty ones, and those with yesterday's data in them. */
@Tag("database")
final class MigrationTest {
    private static final String YESTERDAY = "5";

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void anEmptyDatabaseGetsEverythingAndASecondStartNothing() {
        assertThat(flyway(MigrationVersion.LATEST).migrate().migrationsExecuted).isGreaterThan(5);
        assertThat(flyway(MigrationVersion.LATEST).migrate().migrationsExecuted).isZero();
        assertThat(flyway(MigrationVersion.LATEST).validateWithResult().validationSuccessful)
                .isTrue();
    }

    @Test
    void yesterdaysDataAreKeptWhenTodaysMigrationsRun() throws SQLException {
        flyway(MigrationVersion.fromVersion(YESTERDAY)).migrate();
        database.execute(
                "INSERT INTO organisation (slug, name, about, accent, time_zone, version, created_at)"
                        + " VALUES ('intelekta-parks', 'Intelekta parks', '{}', 'PINE', 'Europe/Riga', 0, NOW(6))",
                "INSERT INTO event (organisation_id, slug, uid, kind, state, visibility, title, description, languages,"
                        + " time_zone, places, places_taken, waiting_list, approval, version, created_at, changed_at)"
                        + " SELECT id, 'hamar', 'event-1@kopa.example', 'STUDY_VISIT', 'PUBLISHED', 'PUBLIC',"
                        + " '{\"lv\":\"Hamāra\"}', '{}', 'lv', 'Europe/Riga', 4, 1, TRUE, 'AUTOMATIC', 0, NOW(6), NOW(6)"
                        + " FROM organisation",
                "INSERT INTO registration (reference, event_id, status, name, email, email_key, language, link_hash,"
                        + " registered_at, changed_at)"
                        + " SELECT 'K7F39QXD', id, 'CONFIRMED', 'Jānis Bērziņš', 'j@example.org', 'j@example.org', 'lv',"
                        + " REPEAT('a', 64), NOW(6), NOW(6) FROM event",
                "INSERT INTO consent (registration_id, purpose, text_version, given_at)"
                        + " SELECT id, 'PRIVACY', '2025-01', NOW(6) FROM registration",
                "INSERT INTO mail_outbox (mail_key, kind, registration_id, to_address, language, from_name, subject,"
                        + " text_body, html_body, attachments, state, created_at, next_attempt_at)"
                        + " SELECT 'one', 'confirmed', id, email, 'lv', 'Intelekta parks', 'S', 'T', 'H', 'file', 'WAITING',"
                        + " NOW(6), NOW(6) FROM registration");

        assertThat(flyway(MigrationVersion.LATEST).migrate().success).isTrue();

        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT r.name, e.title, r.privacy_version, m.to_address,"
                        + " JSON_VALUE(m.wording, '$.paragraphs[0]'), p.content FROM registration r"
                        + " JOIN event e ON e.id = r.event_id JOIN mail_outbox m ON m.registration = r.reference"
                        + " JOIN mail_parcel p ON p.hash = m.parcel")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Jānis Bērziņš");
            assertThat(rows.getString(2)).contains("Hamāra");
            assertThat(rows.getString(3)).isEqualTo("2025-01");
            assertThat(rows.getString(4)).isEqualTo("j@example.org");
            assertThat(rows.getString(5)).isEqualTo("T");
            assertThat(rows.getString(6)).isEqualTo("file");
        }
    }

    @Test
    void deedsThatWereDoneBeforeBelongToWhoeverTheyWereDoneFor() {
        flyway(MigrationVersion.fromVersion("75")).migrate();
        database.execute(
                "INSERT INTO organisation (id, slug, name, about, accent, time_zone, version, created_at)"
                        + " VALUES (3, 'parks', 'Parks', '{}', 'PINE', 'Europe/Riga', 0, NOW(6))",
                "INSERT INTO event (id, organisation_id, slug, uid, kind, state, visibility, title, description, languages,"
                        + " time_zone, places, places_taken, waiting_list, approval, version, created_at, changed_at)"
                        + " VALUES (5, 3, 'hamar', 'event-1@kopa.example', 'STUDY_VISIT', 'PUBLISHED', 'PUBLIC', '{}', '{}',"
                        + " 'lv', 'Europe/Riga', 4, 1, TRUE, 'AUTOMATIC', 0, NOW(6), NOW(6))",
                "INSERT INTO registration (id, reference, event_id, status, name, email, email_key, language, link_hash,"
                        + " registered_at, changed_at) VALUES (7, 'K7F39QXD', 5, 'CONFIRMED', 'Jānis', 'j@example.org',"
                        + " 'j@example.org', 'lv', REPEAT('a', 64), NOW(6), NOW(6))",
                "INSERT INTO audit (at, actor, subject, subject_id, deed) VALUES (NOW(6), 'system', 'event', 5, 'a'),"
                        + " (NOW(6), 'system', 'registration', 7, 'b'), (NOW(6), 'system', 'organisation', 3, 'c'),"
                        + " (NOW(6), 'person:1', 'person', 3, 'd'), (NOW(6), 'system', 'event', 99, 'e')");

        flyway(MigrationVersion.LATEST).migrate();

        assertThat(database.texts("SELECT CONCAT_WS(' ', deed, organisation_id, event_id) FROM audit ORDER BY deed"))
                .containsExactly("a 3 5", "b 3 5", "c 3", "d", "e");
    }

    @Test
    void whoWasRegisteredWithAPartyGetsTheVersionOfWhatItsContactReadUnlessTheyAgreedThemselves() {
        flyway(MigrationVersion.fromVersion("52")).migrate();
        database.execute(
                "INSERT INTO organisation (slug, name, about, accent, time_zone, version, created_at)"
                        + " VALUES ('parks', 'Parks', '{}', 'PINE', 'Europe/Riga', 0, NOW(6))",
                "INSERT INTO event (organisation_id, slug, uid, kind, state, visibility, title, description, languages,"
                        + " time_zone, places, places_taken, waiting_list, approval, version, created_at, changed_at)"
                        + " SELECT id, 'ours', 'event-1@kopa.example', 'STUDY_VISIT', 'PUBLISHED', 'PUBLIC',"
                        + " '{}', '{}', 'lv', 'Europe/Riga', 4, 1, TRUE, 'AUTOMATIC', 0, NOW(6), NOW(6) FROM organisation",
                "INSERT INTO party (event_id, name, email, language, privacy_version, registered_at)"
                        + " SELECT id, 'Ilze', 'ilze@example.org', 'lv', 'party-then', NOW(6) FROM event",
                "INSERT INTO consent_text (purpose, version, language, text)"
                        + " VALUES ('PARTY', 'party-then', 'lv', 'T'), ('PARTY', 'party-now', 'lv', 'T')",
                brought("brought", "own-then"),
                brought("spoken", "own-then"),
                brought("exchanged", "party-now"),
                "INSERT INTO party_member (party_id, registration_id) SELECT p.id, r.id FROM party p, registration r",
                brought("alone", "own-then"),
                "INSERT INTO audit (at, actor, subject, subject_id, deed, detail)"
                        + " SELECT NOW(6), 'participant', 'registration', id, 'consent-given', 'privacy'"
                        + " FROM registration WHERE name = 'spoken'");

        flyway(MigrationVersion.LATEST).migrate();

        assertThat(database.texts("SELECT CONCAT(name, ' ', privacy_version) FROM registration ORDER BY id"))
                .containsExactly("brought party-then", "spoken own-then", "exchanged party-now", "alone own-then");
    }

    private static String brought(String name, String version) {
        return "INSERT INTO registration (reference, event_id, status, name, email, email_key, language, link_hash,"
                + " privacy_version, registered_at, changed_at)"
                + " SELECT LEFT('%1$s12345678', 8), id, 'CONFIRMED', '%1$s', '%1$s@a', '%1$s@a', 'lv', SHA2('%1$s', 256),"
                        .formatted(name)
                + " '%s', NOW(6), NOW(6) FROM event".formatted(version);
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }
}
