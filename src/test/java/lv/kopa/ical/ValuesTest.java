package lv.kopa.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "ftp://kopa.example/", "/events/1", "https:x"})
    void onlyWebAddressesAreLinkedTo(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.training().withUrl(URI.create(address)))
                .withMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b@x", "a@x\r\nSUMMARY:y", "jānis@x", "a;b@x"})
    void anIdentityIsPlainAscii(String uid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CalendarEntry.of(uid, Samples.FIRST, Samples.training().when(), "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b@c", "a b@c", "a@c\r\nX:y", "jānis@c", "A <a@c>", "a@c,b@c"})
    void anOrganiserHasOneAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Organiser("x", address));
    }

    @Test
    void anAddressWithSignsOfItsOwnIsALinkAllTheSame() {
        assertThat(MailtoLink.of("a?b&c%d+e@x.lv")).hasToString("mailto:a%3Fb%26c%25d+e@x.lv");
    }

    @Test
    void anEndComesAfterItsStart() {
        var noon = LocalDateTime.of(2026, 12, 1, 12, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new When.Timed(noon, noon.plusNanos(999_999_999), Samples.RIGA));
    }

    @Test
    void aVisitOfOneDayEndsOnItsFirst() {
        var day = LocalDate.of(2026, 12, 1);

        assertThat(new When.AllDay(day, day).last()).isEqualTo(day);
        assertThatIllegalArgumentException().isThrownBy(() -> new When.AllDay(day, day.minusDays(1)));
    }

    @Test
    void aSequenceIsNotNegative() {
        var now = Samples.FIRST.createdAt();

        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(-1, now, now));
    }

    @Test
    void programsComeAgainAfterAWhile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarHeader("x", null, Samples.RIGA, Duration.ZERO, null, null, "lv"));
    }
}
