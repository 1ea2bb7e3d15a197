package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.NoSuchBeanException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.kopa.database.TestDatabase;
import lv.kopa.text.Language;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries of feeds are written before anybody asks for them, so that the first calendar waits no longer than others. */
class EntriesAheadTest {
    private static final int MANY = 120;

    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void theFirstCalendarThatAsksWritesNoEntryItself() {
        announce();
        season.bean(EntriesAhead.class).go();
        shut();
        try (Season begun = season.beside()) {
            for (Language language : Language.spoken()) {
                assertThat(entries(begun, language)).as(language.tag()).isEqualTo(MANY + 3);
            }
        }
    }

    @Test
    void withoutThatItWouldHaveTo() {
        announce();
        shut();
        assertThat(season.get("/calendar.ics?lang=lv").statusCode()).isEqualTo(500);
    }

    @Test
    void whatANewNameMadeStaleIsWrittenAnew() {
        announce();
        season.bean(EntriesAhead.class).go();
        season.database().execute("UPDATE organisation SET name = 'Cits parks', version = version + 1");
        season.bean(EntriesAhead.class).go();
        shut();
        try (Season begun = season.beside()) {
            assertThat(new String(begun.feed("/calendar.ics?lang=lv"), UTF_8)).contains("Cits parks");
        }
    }

    @Test
    void aLookThatFindsNoChangeReadsNoEvent() {
        announce();
        season.bean(EntriesAhead.class).go();
        season.database().execute("DELETE FROM feed_piece");
        season.bean(EntriesAhead.class).go();
        assertThat(kept()).isZero();
    }

    /** While the servers are renewed one by one, two builds would else do each other's work anew after every change. */
    @Test
    void aServerThatIsToBeReplacedLeavesAloneWhatTheNewerBuildWrote() {
        announce();
        season.bean(EntriesAhead.class).go();
        long all = kept();
        season.database()
                .execute(
                        "UPDATE feed_piece SET digest = CONCAT(REPEAT('0', 16), SUBSTRING(digest, 17))",
                        "UPDATE event_revision SET revision = revision + 1");
        season.bean(EntriesAhead.class).go();
        assertThat(others()).isEqualTo(all);
        try (Season begun = season.beside()) {
            begun.bean(EntriesAhead.class).go();
            assertThat(others()).as("a server that begins writes its own").isZero();
        }
    }

    @Test
    void severalServersDoItSideBySide() throws Exception {
        announce();
        try (Season beside = season.beside()) {
            ExecutorService servers = Executors.newFixedThreadPool(2);
            List<Callable<Long>> rounds = List.of(() -> written(season), () -> written(beside));
            for (Future<Long> round : servers.invokeAll(rounds)) {
                assertThat(round.get())
                        .isEqualTo((MANY + 3L) * Language.spoken().size());
            }
            servers.shutdown();
        }
    }

    @Test
    void whoWantsItNotSwitchesItOff() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.feeds.ahead", "false");
        try (Site site = Site.start("EntriesAheadTest", settings)) {
            assertThatThrownBy(() -> site.bean(EntriesAhead.class)).isInstanceOf(NoSuchBeanException.class);
        }
    }

    private long written(Season server) {
        server.bean(EntriesAhead.class).go();
        return kept();
    }

    /** Many trainings, and a visit of two days with a banner over both. */
    private void announce() {
        season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                List.of(
                        Season.session(null, "2027-06-14T09:00", "2027-06-14T12:00", "Europe/Oslo", "Strandgata 1"),
                        Season.session(null, "2027-06-15T09:00", "2027-06-15T12:00", "Europe/Oslo", "Strandgata 1"))));
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        season.copy("darzs", MANY - 1);
    }

    /** From now on nobody can write an entry. */
    private void shut() {
        season.database()
                .execute("CREATE TRIGGER shut BEFORE INSERT ON feed_piece FOR EACH ROW SIGNAL SQLSTATE '45000'");
    }

    private static int entries(Season server, Language language) {
        return new String(server.feed("/calendar.ics?lang=" + language.tag()), UTF_8).split("BEGIN:VEVENT", -1).length
                - 1;
    }

    private long kept() {
        return season.database().number("SELECT COUNT(*) FROM feed_piece");
    }

    private long others() {
        return season.database().number("SELECT COUNT(*) FROM feed_piece WHERE digest LIKE '0000000000000000%'");
    }
}
