package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two of our servers on one outbox. */
class SharedOutboxTest {
    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void twoPostmenOnOneOutboxSendEachMailOnce() throws MessagingException {
        try (var filling = PostOffice.without(database)) {
            filling.put(Mails.confirmations(200));
        }
        try (var here = PostOffice.at(port(), database);
                var there = PostOffice.at(port(), database)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> here.count(MailState.SENT) == 200);
            assertThat(here.sent() + there.sent()).isEqualTo(200);
            assertThat(here.sent()).isPositive();
            assertThat(there.sent()).isPositive();
        }
        assertThat(MAIL.getReceivedMessages()).hasSize(200);
        assertThat(messageIds()).hasSize(200);
    }

    /** That the test above would notice. */
    @Test
    void twoPostmenWhoDoNotClaimSendMailTwice() throws MessagingException {
        Map<String, Object> careless = Map.of("test.careless", "true");
        try (var here = PostOffice.at(port(), database, careless);
                var there = PostOffice.at(port(), database, careless)) {
            here.put(Mails.confirmations(10));
            await().until(() -> here.count(MailState.SENT) == 10 && MAIL.getReceivedMessages().length == 20);
            assertThat(messageIds()).hasSize(10);
        }
    }

    @Test
    void aMailServerThatIsSlowerThanTheLeaseGetsNoSecondCopy() throws Exception {
        var slow = new AtomicInteger();
        Map<String, Object> shortLease = Map.of(
                "kopa.mail.postman.lease", "1s", "kopa.mail.read-timeout", "20s", "kopa.mail.postman.batch", "5");
        try (var server = new RogueServer(command -> {
                    if (command.equals(".") && slow.getAndIncrement() == 0) {
                        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                    }
                    return null;
                });
                var here = PostOffice.at(server.port(), database, shortLease)) {
            here.put(Mails.confirmations(3));
            await().until(() -> here.count(MailState.SENDING) == 3);
            try (var there = PostOffice.at(server.port(), database, shortLease)) {
                await().until(() -> here.count(MailState.SENT) == 3);
                assertThat(there.sent()).isZero();
            }
            assertThat(server.mails).hasSize(3);
        }
    }

    private static int port() {
        return MAIL.getSmtp().getPort();
    }

    private static Set<String> messageIds() throws MessagingException {
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : MAIL.getReceivedMessages()) {
            ids.add(message.getMessageID());
            assertThat(Collections.list(message.getAllHeaders()))
                    .extracting(Header::getName)
                    .doesNotContain("Bcc", "Cc");
        }
        return ids;
    }
}
