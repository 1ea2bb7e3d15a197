package lv.kopa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendar programs that subscribe to the running server: vdirsyncer fetches, khal shows. */
class SubscribersTest {
    private static final String VDIRSYNCER = """
            [general]
            status_path = "%1$s/status/"
            [pair kopa]
            a = "feed"
            b = "shelf"
            collections = null
            [storage feed]
            type = "http"
            url = "%2$s"
            [storage shelf]
            type = "filesystem"
            path = "%1$s/kopa/"
            fileext = ".ics"
            """;
    private static final String KHAL = """
            [calendars]
            [[kopa]]
            path = %1$s/kopa
            [locale]
            local_timezone = Europe/Riga
            default_timezone = Europe/Riga
            timeformat = %%H:%%M
            dateformat = %%Y-%%m-%%d
            longdateformat = %%Y-%%m-%%d
            datetimeformat = %%Y-%%m-%%d %%H:%%M
            longdatetimeformat = %%Y-%%m-%%d %%H:%%M
            [sqlite]
            path = %1$s/khal.db
            """;

    private final Season season = Season.begin();

    @TempDir
    private Path home;

    @BeforeEach
    void install() {
        Programs.assume("vdirsyncer");
        Programs.assume("khal");
    }

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void theSecondTimeNothingHasChanged() throws IOException {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        season.publish(Season.training("maize", "2027-10-31T03:30", "2027-10-31T05:00"));
        visit();
        subscribe("/calendar.ics?lang=lv");

        String first = sync();
        Map<String, String> shelf = shelf();
        season.clock().advance(Duration.ofMinutes(1));
        String second = sync();

        assertThat(shelf).hasSize(5);
        assertThat(first).contains("Copying").doesNotContainIgnoringCase("warning");
        assertThat(second).doesNotContain("Copying", "Deleting").doesNotContainIgnoringCase("warning");
        assertThat(shelf()).isEqualTo(shelf);
    }

    @Test
    void aMovedEventMovesAndACancelledOneIsCancelled() throws IOException {
        EventDetails moved = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        EventDetails cancelled = season.publish(Season.training("maize", "2027-03-27T16:00", "2027-03-27T17:00"));
        subscribe("/calendar.ics?lang=lv");
        sync();
        assertThat(agenda("2027-03-27"))
                .containsExactly(
                        "2027-03-27 10:00-15:00 Mācības: darzs CONFIRMED",
                        "2027-03-27 16:00-17:00 Mācības: maize CONFIRMED");

        season.clock().advance(Duration.ofHours(1));
        long id = moved.sessions().get(0).id();
        season.change(
                moved,
                Season.plan(
                        "darzs",
                        "TRAINING",
                        "PUBLIC",
                        List.of(Season.session(
                                id, "2027-03-29T10:00", "2027-03-29T15:00", "Europe/Riga", "Saules iela 1"))));
        season.cancel(cancelled);
        sync();

        assertThat(agenda("2027-03-27")).containsExactly("2027-03-27 16:00-17:00 ATCELTS: Mācības: maize CANCELLED");
        assertThat(agenda("2027-03-29")).containsExactly("2027-03-29 10:00-15:00 Mācības: darzs CONFIRMED");
        assertThat(shelf()).hasSize(2);
    }

    @Test
    void aVisitIsOnEachOfItsDaysAndItsStopsAtTheirHours() throws IOException {
        visit();
        subscribe("/calendar.ics?lang=lv");
        sync();

        assertThat(agenda("2027-06-14")).anyMatch(line -> line.endsWith("09:30-12:00 Mācības: hamar CONFIRMED"));
        for (String day : List.of("2027-06-14", "2027-06-15", "2027-06-16")) {
            assertThat(agenda(day)).as(day).anyMatch(line -> line.matches("2027-06-14 [↦↔⇥] Mācības: hamar CONFIRMED"));
        }
        assertThat(agenda("2027-06-17")).isEmpty();
    }

    private void visit() {
        season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                List.of(
                        Season.session(null, "2027-06-14T08:30", "2027-06-14T11:00", "Europe/Oslo", "Hamar"),
                        Season.session(null, "2027-06-16T06:00", "2027-06-16T09:00", "Europe/Riga", "Rīga"))));
    }

    private void subscribe(String path) throws IOException {
        Files.createDirectories(home.resolve("kopa"));
        Files.writeString(home.resolve("vdirsyncer"), VDIRSYNCER.formatted(home, season.address(path)));
        Files.writeString(home.resolve("khal"), KHAL.formatted(home));
        run("vdirsyncer", "-c", file("vdirsyncer"), "discover", "kopa");
    }

    private String sync() {
        return run("vdirsyncer", "-c", file("vdirsyncer"), "sync");
    }

    private List<String> agenda(String day) {
        String shown = run(
                "khal",
                "-c",
                file("khal"),
                "list",
                "--day-format",
                "",
                "--format",
                "{start-date} {start-end-time-style} {title} {status}",
                day,
                "1d");
        return shown.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("2027"))
                .toList();
    }

    private static String run(String... command) {
        Programs.Run run = Programs.run(command);
        assertThat(run.exit())
                .as(String.join(" ", command) + "\n" + run.output())
                .isZero();
        return run.output();
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    /** What the shelf holds, by file. */
    private Map<String, String> shelf() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(home.resolve("kopa"))) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".ics")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
