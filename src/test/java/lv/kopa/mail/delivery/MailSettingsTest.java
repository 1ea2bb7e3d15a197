package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.server.Tls;
import lv.kopa.mail.server.Wire;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void withoutAHostThereIsNoServer() {
        assertThat(settings(Map.of()).hasServer()).isFalse();
        assertThat(settings(Map.of("kopa.mail.host", " ")).hasServer()).isFalse();
    }

    @Test
    void whereTheServerIsElsewhereTlsIsAskedForUnlessToldOtherwise() {
        assertThat(way("mail.example", Map.of())).isEqualTo("STARTTLS 587");
        assertThat(way("localhost", Map.of())).isEqualTo("NONE 25");
        assertThat(way("mail.example", Map.of("kopa.mail.port", 465))).isEqualTo("SMTPS 465");
        assertThat(way("mail.example", Map.of("kopa.mail.port", 1025))).isEqualTo("STARTTLS 1025");
        assertThat(way("mail.example", Map.of("kopa.mail.tls", "smtps"))).isEqualTo("SMTPS 465");
        assertThat(way("mail.example", Map.of("kopa.mail.tls", "none"))).isEqualTo("NONE 25");
        assertThat(way("localhost", Map.of("kopa.mail.tls", "starttls"))).isEqualTo("STARTTLS 587");
    }

    @Test
    void everyWaitForTheServerHasItsEnd() {
        try (var context = ApplicationContext.builder(database.settings()).start()) {
            Session session = context.getBean(MailServers.class)
                    .session(new MailServer.Door("mail.example", 25, Tls.NONE, null, null), new Wire(address -> true));
            assertThat(session.getProperty("mail.smtp.connectiontimeout")).isEqualTo("10000");
            assertThat(session.getProperty("mail.smtp.timeout")).isEqualTo("60000");
            assertThat(session.getProperty("mail.smtp.writetimeout")).isEqualTo("60000");
        }
    }

    @Test
    void noPasswordIsInALog() {
        assertThat(settings(Map.of("kopa.mail.host", "mail.example", "kopa.mail.password", "secret")))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void aMailIsTriedOverThreeDays() {
        try (var context = ApplicationContext.builder(database.settings()).start()) {
            var backOff = context.getBean(BackOff.class);
            Duration all = Duration.ZERO;
            int failures = 1;
            for (var wait = backOff.afterFailures(1); wait.isPresent(); wait = backOff.afterFailures(++failures)) {
                all = all.plus(wait.get());
            }
            assertThat(failures).isEqualTo(9);
            assertThat(all).isBetween(Duration.ofHours(60), Duration.ofHours(105));
            assertThat(backOff.afterOutages(1)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
            assertThat(backOff.afterOutages(1000)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        }
    }

    private String way(String host, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("kopa.mail.host", host);
        MailSettings settings = settings(all);
        return settings.security() + " " + settings.serverPort();
    }

    private MailSettings settings(Map<String, Object> properties) {
        try (var office = PostOffice.open(database, properties)) {
            return office.bean(MailSettings.class);
        }
    }
}
