package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each zone with a time that its clocks skip in spring. */
@Tag("database")
final class TimesTest {
    private static final String ZONES = """
            UTC,                 2026-01-01T00:00
            Europe/Riga,         2026-03-29T03:30
            Pacific/Auckland,    2026-09-27T02:30
            America/Los_Angeles, 2026-03-08T02:30
            """;
    private static final TimeZone OURS = TimeZone.getDefault();
    private static final Instant AT = Instant.parse("2026-09-26T14:30:00.123456Z");

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void returnHome() {
        TimeZone.setDefault(OURS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ZONES)
    void anInstantIsStoredInUtcWhereverTheProgramRuns(TimeZone here, LocalDateTime skipped) throws SQLException {
        try (ApplicationContext context = startIn(here)) {
            var sights = context.getBean(SightRepository.class);
            sights.save(new Sight(1, AT, skipped, null));

            assertThat(stored("at")).isEqualTo("2026-09-26 14:30:00.123456");
            assertThat(sights.findById(1L)).get().extracting(Sight::at).isEqualTo(AT);
            assertThat(sights.findByAtAfter(AT.minusMillis(1))).hasSize(1);
            assertThat(sights.findByAtAfter(AT)).isEmpty();
            assertThat(sights.instantsUntil(AT)).containsExactly(AT);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = ZONES)
    void aWallClockTimeIsStoredAsItWasTyped(TimeZone here, LocalDateTime skipped) throws SQLException {
        try (ApplicationContext context = startIn(here)) {
            var sights = context.getBean(SightRepository.class);
            sights.save(new Sight(1, AT, skipped, skipped.plusHours(1)));

            assertThat(stored("clock")).isEqualTo(skipped.toString().replace('T', ' ') + ":00");
            assertThat(sights.findByClock(skipped)).containsExactly(new Sight(1, AT, skipped, skipped.plusHours(1)));
            assertThat(sights.sinceOpening(skipped)).hasSize(1);
            assertThat(sights.sinceOpening(skipped.plusMinutes(1))).isEmpty();
        }
    }

    private ApplicationContext startIn(TimeZone here) {
        TimeZone.setDefault(here);
        ApplicationContext context = ApplicationContext.run(database.settings());
        database.execute(Sight.TABLE);
        return context;
    }

    private String stored(String column) throws SQLException {
        try (var connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT CAST(" + column + " AS CHAR) FROM sight WHERE id = 1")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
