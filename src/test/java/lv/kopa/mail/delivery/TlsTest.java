package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.delivery.MailServer.Door;
import lv.kopa.mail.figures.OutboxMetrics;
import lv.kopa.mail.server.Away;
import lv.kopa.mail.server.Tls;
import lv.kopa.mail.server.Wire;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertSaid(office, "The certificate of the mail server is for another name than that of the server");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-400d,The certificate of the mail server has expired",
        "+9d,The certificate of the mail server is not valid yet"
    })
    void aCertificateOutOfItsDatesGetsNeitherMailNorPassword(String from, String said) throws Exception {
        Certificate certificate = Certificate.signed("ip:127.0.0.1", from, 30, folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(server.port(), database, SAFE, certificate.trusted())) {
            refuses(office, server);
            assertSaid(office, said);
        }
    }

    @Test
    void aCertificateThatSomebodyTrustedHasSignedGetsTheMailWithinItsDates() throws Exception {
        Certificate certificate = Certificate.signed("ip:127.0.0.1", "-20d", 30, folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(
                        server.port(), database, Map.of("kopa.mail.tls", "starttls"), certificate.trusted())) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.SENT) == 1);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNeitherMailNorPassword() throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
        try (var server = new RogueServer(command -> null, 0, certificate.shown());
                var office = PostOffice.at(server.port(), database, SAFE)) {
            refuses(office, server);
            assertSaid(office, "The certificate of the mail server is signed by nobody we trust");
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNeitherMailNorPassword() throws IOException {
        try (var server = new RogueServer(command -> command.equals("EHLO") ? "250-rogue\r\n250 AUTH PLAIN" : null);
                var office = PostOffice.at(server.port(), database, SAFE)) {
            refuses(office, server);
        }
    }

    @Test
    void withTlsFromTheFirstByteNobodyIsTrustedUnseenEither() throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
        Map<String, Object> settings = new HashMap<>(SAFE);
        settings.put("kopa.mail.tls", "smtps");
        try (var server = new RogueServer(certificate.shown());
                var office = PostOffice.at(server.port(), database, settings)) {
            refuses(office, server);
        }
    }

    /** Whom Java trusts cannot be changed for a test; so the library is told whom, with all else as we tell it. */
    @ParameterizedTest
    @CsvSource({"ip:127.0.0.1,true", "dns:elsewhere.example,false"})
    void withTlsFromTheFirstByteTheNameIsLookedAtToo(String name, boolean right) throws Exception {
        Certificate certificate = Certificate.of(name, folder);
        try (var server = new RogueServer(certificate.shown());
                var office = PostOffice.without(database)) {
            Session session = office.bean(MailServers.class)
                    .session(new Door("127.0.0.1", server.port(), Tls.SMTPS, null, null), new Wire(address -> true));
            session.getProperties().put("mail.smtp.ssl.socketFactory", certificate.trusted());
            try (Transport transport = session.getTransport("smtp")) {
                ThrowingCallable call = () -> transport.connect("127.0.0.1", server.port(), null, null);
                if (right) {
                    assertThatCode(call).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(call).isInstanceOf(MessagingException.class);
                }
            }
            assertThat(server.count("EHLO")).isEqualTo(right ? 1 : 0);
        }
    }

    /** Beside the mail that waits, and to whoever tries the server. */
    private static void assertSaid(PostOffice office, String words) {
        await().until(() -> !office.bean(Postman.class).outages(List.of(7L)).isEmpty());
        assertThat(office.bean(Postman.class).outages(List.of(7L)))
                .extracting(Away::words)
                .containsExactly(words);
        assertThat(office.bean(Trials.class).send(7, Mails.confirmation(2))).hasValueSatisfying(trial -> {
            assertThat(trial.taken()).isFalse();
            assertThat(trial.words()).isEqualTo(words);
        });
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
