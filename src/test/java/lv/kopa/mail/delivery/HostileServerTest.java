package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.figures.OutboxMetrics;
import lv.kopa.mail.server.Away;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileServerTest {
    private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(61);
    private static final Duration HALF_AN_HOUR_AND_MORE = Duration.ofMinutes(37);
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aMailThatIsRefusedHasFailedAndTheOthersGoOn() throws IOException {
        var refusals = new AtomicInteger();
        try (var server = new RogueServer(first("RCPT", refusals, "550 5.1.1 <x@y.example>: unknown"));
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmations(3));
            await().until(() -> office.count(MailState.SENT) == 2 && office.count(MailState.FAILED) == 1);
            assertThat(server.mails).hasSize(2);
            assertThat(failed(office).lastAnswer()).contains("550 5.1.1");
            assertThat(failed(office).attempts()).isEqualTo(1);
            await().until(() -> office.failures() == 1);
            assertThat(server.count("EHLO")).as("sessions").isOne();
            assertThat(server.count("RSET")).isPositive();
        }
    }

    @Test
    void aServerThatGreylistsTakesTheMailLater() throws IOException {
        var refusals = new AtomicInteger();
        try (var server = new RogueServer(first("RCPT", refusals, "451 4.7.1 try again later"));
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThat(office.only().attempts()).isEqualTo(2);
            assertThat(server.mails).hasSize(1);
            assertThat(office.failures()).as("put off is not failed").isZero();
        }
    }

    @Test
    void aMailThatIsPutOffForeverIsGivenUpAndTriedAgainWhenSomebodyAsks() throws IOException {
        var willing = new AtomicInteger();
        try (var server = new RogueServer(command -> command.equals("RCPT") && willing.get() == 0 ? "450 no" : null);
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.FAILED) == 1);
            assertThat(office.only().attempts()).isEqualTo(4);
            await().until(() -> office.failures() == 1);
            willing.set(1);
            office.outbox().retry(office.only().id());
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThat(office.only().attempts()).isEqualTo(1);
            assertThat(office.failures()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatHangsHoldsUpOneMailNotTheRegistrationNorTheRest() throws IOException {
        var hangs = new AtomicInteger();
        try (var server = new RogueServer(first("MAIL", hangs, RogueServer.HANG));
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmations(2));
            await().until(() -> office.count(MailState.SENT) == 2);
            assertThat(server.mails).hasSize(2);
        }
    }

    @Test
    void aServerThatHangsUpAfterTheMailIsGivenItAgainUnderTheSameMessageId() throws IOException {
        var losses = new AtomicInteger();
        try (var server = new RogueServer(first(".", losses, RogueServer.HANG_UP));
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.count(MailState.SENT) == 1);
            assertThat(server.mails).hasSize(2);
            assertThat(messageId(server.mails.get(0)))
                    .startsWith("Message-ID: <")
                    .endsWith("@kopa.example>")
                    .isEqualTo(messageId(server.mails.get(1)));
            assertThat(server.mails.get(0).replaceAll("(?m)^.*(_Part_).*$", ""))
                    .isEqualTo(server.mails.get(1).replaceAll("(?m)^.*(_Part_).*$", ""));
        }
    }

    @Test
    void whileNoServerAnswersNothingHappensToMailAndThenItGoes() throws IOException {
        int port = freePort();
        try (var office = PostOffice.at(port, database)) {
            office.put(Mails.confirmations(3));
            await().until(() -> office.bean(OutboxMetrics.class).outages() > 5);
            assertThat(office.all()).allSatisfy(item -> {
                assertThat(item.state()).isEqualTo(MailState.WAITING);
                assertThat(item.attempts()).isZero();
            });
            assertThat(office.failures()).isZero();
            try (var server = new RogueServer(command -> null, port, null)) {
                await().until(() -> office.count(MailState.SENT) == 3);
                assertThat(server.mails).hasSize(3);
            }
        }
    }

    @Test
    void aServerThatAnswersNobodyIsLikeNoServer() throws IOException {
        for (String greeting : List.of("421 too busy", RogueServer.HANG_UP)) {
            try (var server = new RogueServer(command -> command.equals("CONNECT") ? greeting : null);
                    var office = PostOffice.at(server.port(), TestDatabase.fresh())) {
                office.put(Mails.confirmation(1));
                await().until(() -> office.bean(OutboxMetrics.class).outages() > 2);
                assertThat(office.only().attempts()).isZero();
            }
        }
    }

    @Test
    void aPasswordThatIsRefusedIsNoFaultOfTheMail() throws IOException {
        Map<String, Object> settings = Map.of("kopa.mail.username", "kopa", "kopa.mail.password", "wrong");
        try (var server = new RogueServer(command -> switch (command) {
                    case "EHLO" -> "250-rogue\r\n250 AUTH PLAIN";
                    case "AUTH" -> "535 5.7.8 no";
                    default -> null;
                });
                var office = PostOffice.at(server.port(), database, settings)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.bean(OutboxMetrics.class).outages() > 2);
            assertThat(office.only().state()).isEqualTo(MailState.WAITING);
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void aServerThatDripsItsAnswerByByteHoldsUpNobodyForLong() throws IOException {
        Map<String, Object> hurry = Map.of("kopa.mail.longest-mail", "1500ms");
        var drips = new AtomicInteger();
        try (var server = new RogueServer(first("RCPT", drips, RogueServer.DRIP));
                var office = PostOffice.at(server.port(), database, hurry)) {
            office.put(Mails.confirmations(2));
            await().until(() -> office.count(MailState.SENT) == 2);
            assertThat(office.all()).extracting(OutboxItem::attempts).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void aServerThatDripsItsGreetingIsLikeNoServer() throws IOException {
        Map<String, Object> hurry = Map.of("kopa.mail.longest-mail", "1s");
        try (var server = new RogueServer(command -> command.equals("CONNECT") ? RogueServer.DRIP : null);
                var office = PostOffice.at(server.port(), database, hurry)) {
            office.put(Mails.confirmation(1));
            await().until(() -> office.bean(OutboxMetrics.class).outages() > 1);
            assertThat(office.only().attempts()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,553 5.7.1 not your address,3",
        "MAIL,452 4.3.1 no room,9",
        "RCPT,550 5.7.1 relaying denied,9",
        "RCPT,550 relay not permitted,4"
    })
    void aServerThatTakesNothingFromUsCostsNoMailAnAttempt(String command, String answer, int mails)
            throws IOException {
        var willing = new AtomicInteger();
        try (var server = new RogueServer(said -> said.equals(command) && willing.get() == 0 ? answer : null);
                var office = PostOffice.at(server.port(), database)) {
            office.put(Mails.confirmations(mails));
            await().until(() -> office.all().stream().allMatch(item -> hasHeard(item, answer)));
            assertThat(office.all()).allSatisfy(item -> {
                assertThat(item.state()).isEqualTo(MailState.WAITING);
                assertThat(item.attempts()).isZero();
            });
            await().until(() -> away(office).contains(answer));
            willing.set(1);
            office.advance(A_MINUTE_AND_MORE);
            await().until(() -> office.count(MailState.SENT) == mails);
            assertThat(office.bean(Postman.class).outages(List.of(7L))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM:<bounce+1.,553 5.1.8 not this one",
        "MAIL FROM:<bounce+1.,452 4.3.1 not this one",
        "RCPT TO:<poison@,550 5.7.1 not this one"
    })
    void aMailThatIsTurnedAwayWhileOthersAreTakenFailsInTheEndAndHoldsUpNone(String said, String answer)
            throws IOException {
        Map<String, Object> marked = Map.of("kopa.mail.envelope-from", "bounce+{id}@kopa.example");
        var listening = new AtomicReference<RogueServer>();
        try (var server = new RogueServer(command -> last(listening).startsWith(said) ? answer : null);
                var office = PostOffice.at(server.port(), database, marked)) {
            listening.set(server);
            office.put(Mails.to(new EmailAddress("poison@skola.example"), 1));
            await().until(() -> hasHeard(office.only(), answer));
            assertThat(office.only().attempts()).isZero();
            for (int i = 2; i <= 4; i++) {
                office.put(Mails.confirmation(i));
            }
            await().until(() -> office.count(MailState.SENT) == 3);
            assertThat(office.count(MailState.FAILED)).isZero();
            office.advance(A_MINUTE_AND_MORE);
            await().until(() -> office.count(MailState.FAILED) == 1);
            assertThat(failed(office).toAddress()).isEqualTo("poison@skola.example");
            assertThat(failed(office).attempts()).isEqualTo(4);
            assertThat(office.bean(OutboxMetrics.class).outages()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,452 4.3.1 not now,1", "MAIL,553 5.1.8 not this one,2", "RCPT,550 5.7.1 not this one,2"})
    void oneOrTwoMailsThatAreTurnedAwayWithNoThirdAreGivenUpInTheEnd(String command, String answer, int mails)
            throws IOException {
        try (var server = new RogueServer(said -> said.equals(command) ? answer : null);
                var office = PostOffice.at(server.port(), database, Map.of("kopa.mail.postman.back-off", "20m,2d"))) {
            office.put(Mails.confirmations(mails));
            await().until(() -> office.all().stream().allMatch(item -> hasHeard(item, answer)));
            office.advance(A_MINUTE_AND_MORE);
            await().until(() -> attempts(office) == mails);
            office.advance(Duration.ofMinutes(15));
            assertThat(office.bean(Claims.class).anyDue()).isFalse();
            for (int asked = 3; asked < 9; asked++) {
                office.advance(HALF_AN_HOUR_AND_MORE);
                awaitAsked(office, server, command, asked * mails);
            }
            assertThat(office.count(MailState.WAITING)).isEqualTo(mails);
            assertThat(attempts(office))
                    .as("what they have left if it is about them")
                    .isEqualTo(mails);
            office.advance(Duration.ofDays(3));
            await().until(() -> office.count(MailState.FAILED) == mails);
            assertThat(office.all())
                    .allSatisfy(item -> assertThat(item.lastAnswer()).contains(answer));
            assertThat(office.bean(OutboxMetrics.class).outages()).isZero();
        }
    }

    @Test
    void aMailThatWasTurnedAwayAloneAllNightIsTakenSoonAfterTheServerTakesMailAgain() throws IOException {
        var willing = new AtomicInteger();
        Map<String, Object> asUsual = Map.of("kopa.mail.postman.back-off", "1m,5m,30m,2h,8h,24h,24h,24h");
        try (var server = new RogueServer(said -> said.equals("MAIL") && willing.get() == 0 ? "452 4.3.1 no" : null);
                var office = PostOffice.at(server.port(), database, asUsual)) {
            office.put(Mails.confirmation(1));
            for (int asked = 1; asked < 12; asked++) {
                awaitAsked(office, server, "MAIL", asked);
                office.advance(HALF_AN_HOUR_AND_MORE);
            }
            awaitAsked(office, server, "MAIL", 12);
            willing.set(1);
            office.advance(HALF_AN_HOUR_AND_MORE);
            await().until(() -> office.count(MailState.SENT) == 1);
        }
    }

    private static void awaitAsked(PostOffice office, RogueServer server, String command, int times) {
        await().until(() -> server.count(command) == times
                && !office.bean(Claims.class).anyDue()
                && office.count(MailState.SENDING) == 0);
    }

    private static int attempts(PostOffice office) {
        return office.all().stream().mapToInt(OutboxItem::attempts).sum();
    }

    private static boolean hasHeard(OutboxItem item, String answer) {
        return item.state() == MailState.WAITING
                && item.lastAnswer() != null
                && item.lastAnswer().contains(answer);
    }

    private static String last(AtomicReference<RogueServer> listening) {
        RogueServer server = listening.get();
        return server == null || server.commands.isEmpty() ? "" : server.commands.get(server.commands.size() - 1);
    }

    @Test
    void aServerThatBreaksOffEveryMailIsLeftInPeaceAfterAFew() throws IOException {
        Map<String, Object> patient =
                Map.of("kopa.mail.postman.longest-outage", "1h", "kopa.mail.postman.back-off", "1h,1h");
        try (var server = new RogueServer(command -> command.equals("DATA") ? RogueServer.HANG_UP : null);
                var office = PostOffice.at(server.port(), database, patient)) {
            office.put(Mails.confirmations(9));
            await().until(() -> office.bean(OutboxMetrics.class).outages() > 0);
            assertThat(office.all().stream().mapToInt(OutboxItem::attempts).sum())
                    .isEqualTo(3);
        }
    }

    private static String away(PostOffice office) {
        return office.bean(Postman.class).outages(List.of(7L)).stream()
                .map(Away::words)
                .findFirst()
                .orElse("");
    }

    /** Manners that are bad the first time and good from then on. */
    private static Function<String, @Nullable String> first(String verb, AtomicInteger times, String answer) {
        return command -> command.equals(verb) && times.getAndIncrement() == 0 ? answer : null;
    }

    private static OutboxItem failed(PostOffice office) {
        return office.all().stream()
                .filter(item -> item.state() == MailState.FAILED)
                .findFirst()
                .orElseThrow();
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
