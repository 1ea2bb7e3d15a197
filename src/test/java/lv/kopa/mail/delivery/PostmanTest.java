package lv.kopa.mail.delivery;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.figures.OutboxMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTest {
    private static final Map<String, Object> ONLY_WHEN_CALLED = Map.of("kopa.mail.postman.interval", "1h");

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aMailThatIsPutArrives() {
        try (var office = PostOffice.at(port(), database)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThatMail(MAIL.getReceivedMessages()[0])
                    .isTo("Liga.Berzina@skola.example", "Līga Bērziņa")
                    .hasSubject("Apstiprinājums: Ģimenes diena")
                    .attachmentContains("Ielūgums.ics", "B");
            assertThat(office.only().lastAnswer()).startsWith("250");
            assertThat(office.only().sentAt()).isNotNull();
            assertThat(office.only().attempts()).isEqualTo(1);
        }
    }

    @Test
    void thePostmanIsCalledWhenTheTransactionIsThroughAndNotBefore() {
        try (var office = PostOffice.at(port(), database, ONLY_WHEN_CALLED)) {
            office.inTransaction(() -> {
                office.outbox().put(Mails.confirmation(1));
                assertThat(MAIL.waitForIncomingEmail(300, 1)).isFalse();
                return true;
            });
            await().atMost(Duration.ofSeconds(5)).until(() -> office.count(MailState.SENT) == 1);
        }
    }

    @Test
    void manyMailsNeedAFewConnections() throws Exception {
        var connections = new AtomicInteger();
        try (var server = new RogueServer(command -> {
                    if (command.equals("CONNECT")) {
                        connections.incrementAndGet();
                    }
                    return null;
                });
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmations(250));
            await().atMost(Duration.ofMinutes(1)).until(() -> office.count(MailState.SENT) == 250);
            assertThat(server.mails).hasSize(250);
            assertThat(connections).hasValueBetween(3, 5);
        }
    }

    @Test
    void aServerThatEndsFinishesTheMailInHandAndLeavesTheRestToOthers() throws Exception {
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var server = new RogueServer(command -> {
            if (command.equals(".")) {
                arrived.countDown();
                awaitQuietly(goOn);
            }
            return null;
        })) {
            var office = PostOffice.at(server.port(), database, Map.of("kopa.mail.read-timeout", "20s"));
            office.put(Mails.confirmations(3));
            arrived.await();
            var ending = new Thread(office::close);
            ending.start();
            await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);
            goOn.countDown();
            ending.join();
            assertThat(server.mails).hasSize(1);
        }
        try (var next = PostOffice.without(database)) {
            assertThat(next.count(MailState.SENT)).isEqualTo(1);
            assertThat(next.count(MailState.WAITING)).isEqualTo(2);
        }
    }

    @Test
    void aMailThatWasTakenWhileTheDatabaseWasAwayGoesOutOnce() throws Exception {
        try (var server = new RogueServer(command -> {
                    if (command.equals(".")) {
                        database.execute("RENAME TABLE mail_outbox TO out_of_reach");
                    }
                    return null;
                });
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmation(1));
            await().until(() -> !server.mails.isEmpty());
            await().during(Duration.ofSeconds(1)).until(() -> server.mails.size() == 1);
            database.execute("RENAME TABLE out_of_reach TO mail_outbox");
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void figuresSayWhetherMailFlows() {
        try (var office = PostOffice.without(database)) {
            office.put(Mails.confirmations(3));
            office.advance(Duration.ofMinutes(5));
            office.bean(OutboxMetrics.class).look();
            MeterRegistry figures = office.bean(MeterRegistry.class);
            assertThat(figures.get("kopa.mail.waiting").gauge().value()).isEqualTo(3);
            assertThat(figures.get("kopa.mail.waiting.age").gauge().value()).isBetween(299.0, 330.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"to_address = 'nonsense'", "wording = '{\"subject\":'"})
    void aMailThatCannotBeReadOrWrittenFailsAloneAndIsSeen(String broken) {
        try (var office = PostOffice.without(database)) {
            office.put(Mails.confirmations(3));
        }
        database.execute("UPDATE mail_outbox SET " + broken + " WHERE registration = '1'");
        try (var office = PostOffice.at(port(), database)) {
            await().until(() -> office.count(MailState.SENT) == 2 && office.count(MailState.FAILED) == 1);
        }
    }

    private static int port() {
        return MAIL.getSmtp().getPort();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
