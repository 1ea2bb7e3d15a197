package lv.kopa.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {
    @ParameterizedTest
    @CsvSource({
        "/r/abcdef, /r/…",
        "/r/abcdef/calendar.ics, /r/…/calendar.ics",
        "/my/abc/calendar.ics, /my/…/calendar.ics",
        "/my/team/abcdefghijklmnopqrstuvwxyz234567/calendar.ics, /my/…/…/calendar.ics",
        "/p/abc/people, /p/…/people",
        "/delegation/abc/places/3, /delegation/…/places/3",
        "/setup/abc, /setup/…",
        "/elsewhere/abcdefghijklmnopqrstuvwxyz234567, /elsewhere/…",
        "/events/study-visit, /events/study-visit",
        "/api/v1/events, /api/v1/events"
    })
    void secretsAreNotWritten(String path, String written) {
        assertThat(AccessLog.place(path)).isEqualTo(written);
    }

    @Test
    void nobodyForgesALine() {
        assertThat(AccessLog.place("/a\nINFO forged\u001b[2J")).isEqualTo("/a?INFO?forged?[2J");
        assertThat(AccessLog.place("/" + "ab-".repeat(500))).hasSizeLessThan(210);
    }
}
