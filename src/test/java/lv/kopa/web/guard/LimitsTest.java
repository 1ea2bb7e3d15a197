package lv.kopa.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Network SCHOOL = new Network("192.0.2.1");

    private final Watch watch = new Watch();
    private final Limits limits = new Limits(true, watch);

    @Test
    void classesSignUpAtOnceAndTheNextSoonAfter() {
        times(100, () -> limits.count(Limit.REGISTRATION, SCHOOL));
        assertThatThrownBy(() -> limits.count(Limit.REGISTRATION, SCHOOL))
                .isInstanceOfSatisfying(
                        TooOften.class,
                        refusal -> assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(2)));
        watch.pass(Duration.ofSeconds(10));
        times(5, () -> limits.count(Limit.REGISTRATION, SCHOOL));
        assertThatThrownBy(() -> limits.count(Limit.REGISTRATION, SCHOOL)).isInstanceOf(TooOften.class);
    }

    @Test
    void aSchoolLearnsHowToSearchAndHalfASecondLaterSearchesOn() {
        times(300, () -> limits.count(Limit.SEARCH, SCHOOL));
        assertThatThrownBy(() -> limits.count(Limit.SEARCH, SCHOOL)).isInstanceOf(TooOften.class);
        watch.pass(Duration.ofMillis(500));
        limits.count(Limit.SEARCH, SCHOOL);
    }

    @Test
    void somebodySignsUpForAWholeSeasonAndNoMoreWithinTheHour() {
        times(10, () -> limits.count(Limit.REGISTRATION_ADDRESS, "anna@example.org"));
        assertThatThrownBy(() -> limits.count(Limit.REGISTRATION_ADDRESS, "anna@example.org"))
                .isInstanceOf(TooOften.class);
        watch.pass(Duration.ofHours(1));
        times(10, () -> limits.count(Limit.REGISTRATION_ADDRESS, "anna@example.org"));
    }

    @Test
    void anAddressIsTheSameHoweverItIsTyped() {
        times(10, () -> limits.count(Limit.SIGN_IN, "anna@example.org"));
        assertThatThrownBy(() -> limits.count(Limit.SIGN_IN, " Anna@Example.org "))
                .isInstanceOf(TooOften.class);
        assertThatCode(() -> limits.count(Limit.SIGN_IN, "bob@example.org")).doesNotThrowAnyException();
        assertThatCode(() -> limits.count(Limit.LINKS, "anna@example.org")).doesNotThrowAnyException();
        watch.pass(Duration.ofMinutes(15));
        times(10, () -> limits.count(Limit.SIGN_IN, "anna@example.org"));
    }

    @Test
    void aTrustedNetworkMayLiftThem() {
        Limits off = new Limits(false, watch);
        times(1_000, () -> off.count(Limit.LINKS, SCHOOL));
    }

    @Test
    void aHouseholdIsOneNetwork() throws UnknownHostException {
        Network one = Network.of(InetAddress.getByName("2001:db8::1"));
        assertThat(Network.of(InetAddress.getByName("2001:db8::ffff:2"))).isEqualTo(one);
        assertThat(Network.of(InetAddress.getByName("2001:db8:0:1::1"))).isNotEqualTo(one);
        assertThat(one).hasToString("Network");
    }

    private static void times(int count, Runnable deed) {
        for (int i = 0; i < count; i++) {
            deed.run();
        }
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-05-04T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
