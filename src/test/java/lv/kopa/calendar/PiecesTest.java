package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries of feeds are written once, kept for every server, and written anew whatever of them changes. */
class PiecesTest {
    private static final String FEED = "/calendar.ics?lang=lv";

    private static final List<String> CHANGES = List.of(
            "event SET title = REPLACE(title, 'Mācības', 'Brauciens')",
            "event SET description = REPLACE(description, 'learn', 'teach')",
            "event SET slug = CONCAT(slug, '-2')",
            "event SET kind = 'MEETING'",
            "event SET kind = 'STUDY_VISIT'",
            "event SET sequence = sequence + 1",
            "event SET changed_at = changed_at + INTERVAL 1 DAY",
            "event SET state = 'CANCELLED'",
            "event SET state = 'PUBLISHED'",
            "session SET title = '{\"lv\":\"Daļa\"}'",
            "session SET starts_on = starts_on + INTERVAL 1 HOUR",
            "session SET ends_on = ends_on + INTERVAL 1 DAY",
            "session SET time_zone = 'Europe/Oslo'",
            "session SET place = 'Cita iela 2'",
            "session SET place = NULL, online_url = 'https://meet.example/1'",
            "session SET host = 'OMSOZAMS VENNER'",
            "session SET trainers = 'Anna Ozola'",
            "session SET sequence = sequence + 1",
            "session SET state = 'CANCELLED' ORDER BY id LIMIT 1",
            "session SET changed_at = changed_at + INTERVAL 2 DAY",
            "organisation SET name = 'Cits parks', version = version + 1",
            "project SET title = '{\"lv\":\"Cits projekts\"}', version = version + 1");

    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void whateverOfAnEntryChangesItIsWrittenAnew() {
        season.beginProject();
        season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                List.of(
                        Season.session(null, "2027-06-14T09:00", "2027-06-14T12:00", "Europe/Riga", "Saules iela 1"),
                        Season.session(null, "2027-06-15T09:00", "2027-06-15T12:00", "Europe/Riga", "Saules iela 1"))));
        season.database().execute("UPDATE event SET activity_id = (SELECT MIN(id) FROM activity)");
        String before = changed("event SET version = version + 1");
        for (String change : CHANGES) {
            String after = changed(change);
            assertThat(after).as(change).isNotEqualTo(before);
            season.database().execute("DELETE FROM feed_piece");
            assertThat(changed("event SET version = version + 1")).as(change).isEqualTo(after);
            before = after;
        }
    }

    @Test
    void whatOneServerWroteAnotherReads() {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        String written = feed(season);
        try (Season beside = season.beside()) {
            assertThat(feed(beside)).isEqualTo(written);
        }
        season.database().execute("UPDATE feed_piece SET octets = REPLACE(octets, 'SUMMARY:', 'SUMMARY:Lasīts ')");
        try (Season beside = season.beside()) {
            assertThat(feed(beside)).contains("SUMMARY:Lasīts Mācības");
        }
    }

    @Test
    void anEntryThatCannotBeKeptIsInTheFeedAllTheSame() {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        season.database()
                .execute(
                        "CREATE TRIGGER forgetful BEFORE INSERT ON feed_piece FOR EACH ROW SET NEW.digest = REPEAT('0', 64)");

        String feed = feed(season);

        assertThat(feed)
                .contains("SUMMARY:Mācības")
                .contains("TZID:Europe/Riga")
                .endsWith("END:VCALENDAR\r\n");
        season.database().execute("DROP TRIGGER forgetful", "DELETE FROM feed_piece");
        assertThat(changed("event SET version = version + 1")).isEqualTo(feed);
    }

    private String changed(String change) {
        season.database().execute("UPDATE " + change, "UPDATE event_revision SET revision = revision + 1");
        season.clock().advance(Duration.ofSeconds(2));
        return feed(season);
    }

    private static String feed(Season server) {
        return new String(server.feed(FEED), UTF_8);
    }
}
