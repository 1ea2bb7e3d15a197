package lv.kopa.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lv.kopa.database.TestDatabase;
import lv.kopa.start.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our servers as processes of their own: killed in a rush, and two on one database. */
@Tag("database")
final class CrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SOON = "3s";
    /** Both servers live: a machine that has no processor for one of them must not look like its end. */
    private static final String NEVER_MEANWHILE = "5m";

    private static final String TOKEN = "a-token-of-the-owner-for-tests-only";

    private final TestDatabase database = TestDatabase.fresh();
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @BeforeEach
    void openThePost() {
        post.start();
    }

    @AfterEach
    void closeThePost() {
        post.stop();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndIsConfirmedByMailOnce() throws Exception {
        int port = freePort();
        Crowd crowd = new Crowd("rush", port);
        try (Program kopa = server(port, SOON)) {
            await().atMost(PATIENCE).until(kopa::isReady);
            Rush.publish(port, TOKEN, "rush", 100);
            crowd.register(0, 400, 16, acknowledged -> {
                if (acknowledged == 120) {
                    kopa.process().destroyForcibly();
                }
            });
            assertThat(crowd.acknowledged()).hasSizeGreaterThanOrEqualTo(120).hasSizeLessThan(400);
        }
        try (Program again = server(port, SOON)) {
            await().atMost(PATIENCE).until(again::isReady);
            crowd.register(1_000, 40, 8, acknowledged -> {});
            Books books = Books.of(database, "rush");
            assertThat(books.addresses()).containsAll(crowd.acknowledged().keySet());
            assertThat(books.counter()).isEqualTo(books.confirmed()).isEqualTo(100);
            await().atMost(PATIENCE).until(() -> books.unsent() == 0);
            assertThat(idsByRecipient().keySet()).containsExactlyInAnyOrderElementsOf(books.addresses());
            assertThat(idsByRecipient().values())
                    .allSatisfy(ids -> assertThat(ids).hasSize(1));
        }
    }

    @Test
    void twoServersShareTheLastPlacesAndOneOutbox() throws Exception {
        int one = freePort();
        int other = freePort();
        try (Program first = server(one, NEVER_MEANWHILE)) {
            await().atMost(PATIENCE).until(first::isReady);
            try (Program second = server(other, NEVER_MEANWHILE)) {
                await().atMost(PATIENCE).until(second::isReady);
                Rush.publish(one, TOKEN, "rush", 20);
                Crowd crowd = new Crowd("rush", one, other);
                crowd.register(0, 200, 40, acknowledged -> {});

                assertThat(crowd.acknowledged()).hasSize(200);
                assertThat(crowd.acknowledged().values())
                        .filteredOn("CONFIRMED"::equals)
                        .hasSize(20);
                Books books = Books.of(database, "rush");
                assertThat(books.counter()).isEqualTo(books.confirmed()).isEqualTo(20);
                await().atMost(PATIENCE).until(() -> books.unsent() == 0);
                assertThat(post.getReceivedMessages()).hasSize(200);
                assertThat(idsByRecipient()).hasSize(200);
            }
        }
    }

    private Program server(int port, String lease) throws IOException {
        Map<String, String> settings = database.environment();
        settings.putAll(Map.of(
                "KOPA_OWNER_EMAIL",
                "owner@example.org",
                "KOPA_OWNER_PASSWORD",
                "a pass phrase for tests",
                "KOPA_OWNER_TOKEN",
                TOKEN,
                "KOPA_ORGANISATION",
                "Intelekta parks"));
        settings.putAll(Map.of(
                "KOPA_LIMITS", "off",
                "KOPA_MAIL_HOST", "127.0.0.1",
                "KOPA_MAIL_PORT", String.valueOf(post.getSmtp().getPort()),
                "KOPA_MAIL_TLS", "none",
                "KOPA_MAIL_FROM", "kopa@example.org",
                "KOPA_MAIL_POSTMAN_LEASE", lease,
                "KOPA_MAIL_POSTMAN_INTERVAL", "1s"));
        return Program.start(folder, port, settings, path -> path);
    }

    private Map<String, Set<String>> idsByRecipient() throws MessagingException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (MimeMessage message : post.getReceivedMessages()) {
            ids.computeIfAbsent(message.getAllRecipients()[0].toString().replaceAll(".*<|>", ""), to -> new HashSet<>())
                    .add(message.getMessageID());
        }
        return ids;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
