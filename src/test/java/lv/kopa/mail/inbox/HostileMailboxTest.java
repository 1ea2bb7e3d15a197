package lv.kopa.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.delivery.Certificate;
import lv.kopa.mail.delivery.Delivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail, and mailboxes, that mean us harm or were never thought through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMailboxTest {
    private static final String HEAD = "From: eve@evil.example\nTo: kopa@kopa.example\nPrecedence: bulk\n";

    @TempDir
    private Path folder;

    private final PostBox box = new PostBox();
    private final TestDatabase database = TestDatabase.fresh();
    private final PostOffice office = PostOffice.open(database, box.settings());
    private int mails;

    @AfterAll
    void close() {
        office.close();
        box.close();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverArrivesTheMailBehindItIsRead(String hostile) {
        int before = box.read() + box.aside();
        office.put(Mails.to(new EmailAddress("p" + ++mails + "@skola.example"), mails));
        office.bean(Delivered.class).all();
        box.drop(hostile);
        box.drop(Reports.hard(
                office.bean(Delivered.class).returnAddress(office.all().get(0).id())));
        office.bean(Look.class).take();
        assertThat(box.arrived()).isZero();
        assertThat(box.read() + box.aside() - before).isEqualTo(2);
        assertThat(office.all()).hasSize(mails);
        assertThat(office.all().get(0).state()).isEqualTo(MailState.RETURNED);
    }

    static Stream<Named<String>> hostile() {
        return Stream.of(
                Named.of("nothing", "\n"),
                Named.of("no boundary", HEAD + "Content-Type: multipart/mixed\n\nx"),
                Named.of("empty boundary", HEAD + "Content-Type: multipart/report; boundary=\n\n--\n--\n"),
                Named.of("boundary never met", HEAD + "Content-Type: multipart/mixed; boundary=b\n\nno part"),
                Named.of("unknown charset", HEAD + "Content-Type: text/plain; charset=klingon\n\nqapla"),
                Named.of("broken type", HEAD + "Content-Type: /;;=\"\n\nx"),
                Named.of("broken base64", HEAD + "Content-Transfer-Encoding: base64\n\n!!!***\n"),
                Named.of("unknown encoding", HEAD + "Content-Transfer-Encoding: rot13\n\nuryyb\n"),
                Named.of("a long head", HEAD + "X-Long: " + "x".repeat(600_000) + "\n\nx"),
                Named.of("two megabytes", HEAD + "\n" + "0123456789\n".repeat(200_000)),
                Named.of("a hundred deep", deep(100)),
                Named.of(
                        "a thousand parts",
                        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"
                                + "--b\nContent-Type: text/plain\n\nx\n".repeat(1_000) + "--b--\n"),
                Named.of(
                        "a report of nothing",
                        HEAD
                                + "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\0\n--b--\n"),
                Named.of(
                        "a mail from itself",
                        "From: kopa@kopa.example\nTo: kopa@kopa.example\nAuto-Submitted: auto-generated\n\nx"));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void calendarsThatCannotBeReadArePutAsideAndNotAnswered(String calendar) {
        int before = box.aside();
        box.drop("From: anna@example.org\nTo: kopa@kopa.example\nContent-Type: text/calendar; method=REPLY\n\n"
                + calendar);
        office.bean(Look.class).take();
        assertThat(box.aside() - before).isOne();
        assertThat(office.all()).hasSize(mails);
    }

    static Stream<Named<String>> calendars() {
        String reply =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:u\nDTSTAMP:20261130T100000Z\n";
        String end = "END:VEVENT\nEND:VCALENDAR\n";
        return Stream.of(
                Named.of("broken", "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID"),
                Named.of("no attendee", reply + end),
                Named.of("two attendees", reply + "ATTENDEE:mailto:a@b.example\nATTENDEE:mailto:c@d.example\n" + end),
                Named.of("no address", reply + "ATTENDEE:urn:uuid:1\n" + end),
                Named.of("broken sequence", reply + "ATTENDEE:mailto:a@b.example\nSEQUENCE:one\n" + end),
                Named.of("no stamp", reply.replaceFirst("DTSTAMP.*\n", "") + "ATTENDEE:mailto:a@b.example\n" + end),
                Named.of(
                        "a megabyte",
                        reply + "ATTENDEE:mailto:a@b.example\n" + "COMMENT:0123456789\n".repeat(60_000) + end));
    }

    @Test
    void aMailboxThatHangsOrHangsUpIsTriedAgainLater() throws IOException {
        Map<String, Object> settings = new HashMap<>(box.settings());
        settings.put("kopa.inbox.interval", "100ms");
        settings.put("kopa.inbox.read-timeout", "300ms");
        settings.put("kopa.inbox.connect-timeout", "300ms");
        try (var rogue = new RogueMailbox()) {
            settings.put("kopa.inbox.port", rogue.door.getLocalPort());
            try (var other = PostOffice.open(TestDatabase.fresh(), settings)) {
                await().until(() -> rogue.calls.size() >= 4);
                assertThat(other.all()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"* OK", "FETCH"})
    void aMailboxThatDripsAByteAtATimeIsLeftAndTriedAgain(String from) throws IOException {
        Map<String, Object> settings = new HashMap<>(box.settings());
        settings.put("kopa.inbox.interval", "100ms");
        settings.put("kopa.inbox.longest-look", "1s");
        box.drop(HEAD + "\nHi\n");
        try (var dripping = MailboxDoor.dripping(port(), from)) {
            settings.put("kopa.inbox.port", dripping.port());
            try (var other = PostOffice.open(TestDatabase.fresh(), settings)) {
                await().until(() -> dripping.drips() >= 2);
                assertThat(other.all()).isEmpty();
            }
        }
        office.bean(Look.class).take();
        assertThat(box.arrived()).isZero();
    }

    @Test
    void aMailboxWhoseCertificateIsRightIsReadOverTls() throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
        assertThat(askedOverTls(certificate, certificate.trusted())).containsPattern("LOGIN|AUTHENTICATE");
    }

    @Test
    void aCertificateForAnotherNameGetsNoPassword() throws Exception {
        Certificate certificate = Certificate.of("dns:elsewhere.example", folder);
        assertThat(askedOverTls(certificate, certificate.trusted())).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNoPassword() throws Exception {
        assertThat(askedOverTls(Certificate.of("ip:127.0.0.1", folder))).isEmpty();
    }

    @Test
    void aMailboxWithoutStarttlsGetsNoPassword() throws Exception {
        try (var door = MailboxDoor.dripping(port(), "never")) {
            assertThat(asked(door, "starttls")).contains("CAPABILITY").doesNotContain("LOGIN", "AUTHENTICATE");
        }
    }

    /** What a mailbox with this certificate hears until it has been called twice. */
    private String askedOverTls(Certificate certificate, Object... trust) throws IOException {
        try (var door = MailboxDoor.secure(port(), certificate.shown())) {
            return asked(door, "smtps", trust);
        }
    }

    private String asked(MailboxDoor door, String tls, Object... trust) {
        Map<String, Object> settings = new HashMap<>(box.settings());
        settings.put("kopa.inbox.interval", "100ms");
        settings.put("kopa.inbox.tls", tls);
        settings.put("kopa.inbox.port", door.port());
        try (var other = PostOffice.open(TestDatabase.fresh(), settings, trust)) {
            await().until(() -> door.calls() >= 2);
            assertThat(other.all()).isEmpty();
        }
        return door.heard();
    }

    private int port() {
        return (int) Objects.requireNonNull(box.settings().get("kopa.inbox.port"));
    }

    @Test
    void whatWasReadIsKeptForAMonth() {
        box.drop(HEAD + "\nHi\n");
        office.bean(Look.class).take();
        office.advance(Duration.ofDays(29));
        office.bean(Look.class).take();
        assertThat(box.read()).isPositive();
        office.advance(Duration.ofDays(3)); // the mailbox counts in days, and knows the real ones
        office.bean(Look.class).take();
        assertThat(box.read()).isZero();
        box.drop(HEAD + "\nHi\n");
        office.bean(Look.class).take();
        office.advance(Duration.ofHours(23));
        office.bean(Look.class).take();
        assertThat(box.read()).as("once a day").isOne();
        office.advance(Duration.ofDays(-32).minusHours(23));
    }

    @Test
    void aServerThatDiedWhileItLookedIsFollowedByAnother() {
        database.execute(
                "DELETE FROM inbox_turn",
                "INSERT INTO inbox_turn (mailbox, held_by, held_until) VALUES ('"
                        + office.bean(InboxSettings.class).name() + "', 'dead', '2100-01-01')");
        box.drop(HEAD + "\nHi\n");
        office.bean(Look.class).take();
        assertThat(box.arrived()).isOne();
        database.execute("UPDATE inbox_turn SET held_until = '2000-01-01'");
        office.bean(Look.class).take();
        assertThat(box.arrived()).isZero();
    }

    private static String deep(int levels) {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int level = 0; level < levels; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\n\n--b")
                    .append(level)
                    .append('\n');
        }
        return mail.append("Content-Type: text/plain\n\nx\n").toString();
    }

    /** Takes calls, and either says nothing or hangs up. */
    private static final class RogueMailbox implements AutoCloseable {
        final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final Set<Socket> calls = ConcurrentHashMap.newKeySet();

        RogueMailbox() throws IOException {
            Thread welcoming = new Thread(this::welcome);
            welcoming.setDaemon(true);
            welcoming.start();
        }

        private void welcome() {
            try {
                while (true) {
                    Socket call = door.accept();
                    calls.add(call);
                    if (calls.size() % 2 == 0) {
                        call.close();
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (Socket call : calls) {
                call.close();
            }
        }
    }
}
