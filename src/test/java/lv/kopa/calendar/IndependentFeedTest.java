package lv.kopa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.ical.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The running server's feed, read by programs that are not ours, against what stands in the database. */
class IndependentFeedTest {
    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @BeforeEach
    void announce() {
        for (String zone : List.of("Europe/Riga", "Europe/Oslo", "Atlantic/Reykjavik")) {
            List<SessionPlan> sessions = new ArrayList<>();
            for (String day : List.of("2027-03-27T22:00", "2027-10-30T22:00", "2027-07-01T09:00", "2027-12-01T09:00")) {
                LocalDateTime start = LocalDateTime.parse(day);
                for (int hour = 0; hour < 8; hour++) {
                    LocalDateTime begins = start.plusHours(hour);
                    if (exists(begins, zone) && exists(begins.plusMinutes(45), zone)) {
                        sessions.add(Season.session(
                                null, begins.toString(), begins.plusMinutes(45).toString(), zone, "there"));
                    }
                }
            }
            String slug = zone.substring(zone.indexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
            season.publish(Season.plan(slug, "TRAINING", "PUBLIC", sessions));
        }
    }

    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void theyReadTheInstantsOfTheDatabase(Reader reader) throws IOException, SQLException {
        reader.assumeInstalled();

        Set<String> read = reader.read(season.feed("/calendar.ics")).stream()
                .flatMap(line ->
                        Stream.of("start", "uid").map(key -> value(line, key)).reduce((a, b) -> b + " " + a).stream())
                .collect(Collectors.toSet());

        assertThat(read).isEqualTo(stored()).hasSizeGreaterThan(80);
    }

    private Set<String> stored() throws SQLException {
        Set<String> stored = new HashSet<>();
        try (var connection = season.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT uid, DATE_FORMAT(starts_at, '%Y-%m-%dT%H:%i:%sZ') FROM session")) {
            while (rows.next()) {
                stored.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return stored;
    }

    private static String value(String line, String key) {
        int from = line.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    private static boolean exists(LocalDateTime time, String zone) {
        return !java.time.ZoneId.of(zone).getRules().getValidOffsets(time).equals(List.<ZoneOffset>of());
    }
}
