package lv.kopa.export.regular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When lists are mailed. */
final class RhythmTest {
    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    /** 1 June 2031 is a Sunday; six in Riga is three in UTC in summer, four in winter. */
    @Test
    void aListComesAtSixInTheMorningByTheClocksOfTheEvent() {
        assertThat(Rhythm.DAILY.after(Instant.parse("2031-06-01T02:59:59Z"), RIGA))
                .isEqualTo("2031-06-01T03:00:00Z");
        assertThat(Rhythm.DAILY.after(Instant.parse("2031-06-01T03:00:00Z"), RIGA))
                .isEqualTo("2031-06-02T03:00:00Z");
        assertThat(Rhythm.DAILY.after(Instant.parse("2031-12-01T12:00:00Z"), RIGA))
                .isEqualTo("2031-12-02T04:00:00Z");
    }

    @Test
    void onceAWeekIsOnMondays() {
        assertThat(Rhythm.WEEKLY.after(Instant.parse("2031-06-01T12:00:00Z"), RIGA))
                .isEqualTo("2031-06-02T03:00:00Z");
        assertThat(Rhythm.WEEKLY.after(Instant.parse("2031-06-02T03:00:00Z"), RIGA))
                .isEqualTo("2031-06-09T03:00:00Z");
    }
}
