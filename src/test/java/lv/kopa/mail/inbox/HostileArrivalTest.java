package lv.kopa.mail.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lv.kopa.ical.Hostile;
import lv.kopa.ical.Reply;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.server.Tls;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A refusal from a calendar, cut and mended by chance: it is read or put aside, and believed only of who really sent it. */
class HostileArrivalTest {
    private static final String LIGA = "liga@skola.example";
    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            UID:reg-K7M2QXRA-4@kopa.example
            DTSTAMP:20310502T091500Z
            DTSTART;TZID=Europe/Oslo:20310615T090000
            SEQUENCE:0
            ORGANIZER;CN=Kopa:mailto:kopa@kopa.example
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN="Līga":mailto:liga@skola.example
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");
    private static final String MAIL = """
            Authentication-Results: mx.kopa.example; dmarc=pass header.from=skola.example
            From: =?utf-8?q?L=C4=ABga?= <liga@skola.example>
            To: kopa@kopa.example
            Subject: Declined: Hamar
            Message-ID: <1@skola.example>
            In-Reply-To: <1.20310502@kopa.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: multipart/alternative; boundary="b2"

            --b2
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Līga declines.
            --b2
            Content-Type: text/calendar; charset=UTF-8; method=REPLY

            """.replace("\n", "\r\n") + CALENDAR + "--b2--\r\n--b1--\r\n";

    private final AnswerReader answers = new AnswerReader(new InboxSettings(
            null,
            null,
            null,
            null,
            Tls.NONE,
            "INBOX",
            "r",
            "a",
            "mx.kopa.example",
            Duration.ZERO,
            1,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO));
    private final BounceReader bounces = new BounceReader(new ReturnMarks(purpose -> new byte[32]));

    /** So many signs from a place on give way to others. */
    record Cut(int place, int length, String piece) {
        private String in(String text) {
            int from = place % (text.length() + 1);
            return text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + length));
        }
    }

    @Example
    void whatWasNotCutIsBelieved() throws Exception {
        assertThat(answers.read(Arrival.of(MAIL.getBytes(UTF_8))))
                .hasValueSatisfying(reply -> assertThat(reply.isProven()).isTrue());
    }

    @Property(tries = 1_000)
    void aCutCalendarIsReadOrRefusedAndSpeaksForOne(@ForAll("cuts") List<Cut> cuts) {
        String text = CALENDAR;
        for (Cut cut : cuts) {
            text = cut.in(text);
        }
        try {
            Reply.read(text).ifPresent(reply -> {
                assertThat(reply.method()).isIn("REPLY", "COUNTER");
                assertThat(reply.attendee()).doesNotContain("\r", "\n");
            });
        } catch (IllegalArgumentException broken) {
            assertThat(broken).hasMessageNotContaining("liga");
        }
    }

    @Property(tries = 1_000)
    void aCutMailIsTakenApartOrPutAsideAndNobodyIsBelievedForAnother(@ForAll("cuts") List<Cut> cuts) throws Exception {
        String text = MAIL;
        for (Cut cut : cuts) {
            text = cut.in(text);
        }
        Optional<Arrival> arrival = arrival(text);
        if (arrival.isPresent()) {
            look(arrival.get());
        }
    }

    private static Optional<Arrival> arrival(String text) throws IOException {
        try {
            return Optional.of(Arrival.of(text.getBytes(UTF_8)));
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private void look(Arrival arrival) {
        assertThat(arrival.subject()).isNotNull();
        assertThat(arrival.recipients()).isNotNull();
        assertThat(arrival.answered()).isNotNull();
        assertThat(arrival.isAutomatic() || arrival.from().isPresent()).isTrue();
        assertThat(bounces.read(arrival)).isEmpty();
        if (!AnswerReader.isCalendar(arrival)) {
            return;
        }
        try {
            answers.read(arrival).filter(CalendarReply::isProven).ifPresent(reply -> {
                assertThat(reply.attendee().key()).isEqualTo(LIGA);
                assertThat(arrival.from().orElseThrow().key()).isEqualTo(LIGA);
                assertThat(arrival.top("Authentication-Results")).contains("dmarc=pass", "skola.example");
            });
        } catch (IllegalArgumentException broken) {
            assertThat(broken).hasMessageNotContaining("liga");
        }
    }

    @Provide
    Arbitrary<List<Cut>> cuts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3_000),
                        Arbitraries.integers().between(0, 40),
                        Hostile.texts())
                .as(Cut::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
