package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.figures.OutboxMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final Map<String, Object> SAFE =
            Map.of("kopa.mail.tls", "starttls", "kopa.mail.username", "kopa", "kopa.mail.password", "secret");
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @Test
    void aServerWhoseCertificateIsRightGetsTheMailOverTls() throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(
                        server.port(), database, Map.of("kopa.mail.tls", "starttls"), certificate.trusted())) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThat(server.commands.indexOf("STARTTLS")).isPositive();
        }
    }

    @Test
    void aCertificateForAnotherNameGetsNeitherMailNorPassword() throws Exception {
        Certificate certificate = Certificate.of("dns:elsewhere.example", folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(server.port(), database, SAFE, certificate.trusted())) {
            refuses(office, server);
            assertThat(server.count("STARTTLS")).isPositive();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNeitherMailNorPassword() throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(server.port(), database, SAFE)) {
            refuses(office, server);
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNeitherMailNorPassword() throws IOException {
        try (var server = new RogueServer(command -> command.equals("EHLO") ? "250-rogue\r\n250 AUTH PLAIN" : null);
                var office = PostOffice.at(server.port(), database, SAFE)) {
            refuses(office, server);
        }
    }

    private static void refuses(PostOffice office, RogueServer server) {
        office.put(Mails.confirmation(1));
        await().until(() -> office.bean(OutboxMetrics.class).outages() > 1);
        assertThat(server.mails).isEmpty();
        assertThat(server.count("MAIL") + server.count("AUTH")).isZero();
        assertThat(office.only().state()).isEqualTo(MailState.WAITING);
        assertThat(office.only().attempts()).isZero();
    }
}
