package lv.kopa.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.delivery.Delivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail to the address that nobody reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweredTest {
    private final PostBox box = new PostBox();
    private final TestDatabase database = TestDatabase.fresh();
    private final PostOffice office = PostOffice.open(database, box.settings());
    private EmailAddress liga = Mails.LIGA;
    private int people;
    private int before;

    @BeforeEach
    void somebodyElse() {
        liga = new EmailAddress("Liga-" + ++people + "@skola.example");
        before = office.all().size();
    }

    @AfterAll
    void close() {
        office.close();
        box.close();
    }

    @Test
    void anAnswerToAMailOfOursReachesWhoeverOrganises() {
        arrives("In-Reply-To: " + messageId(), "Vai var ņemt līdzi bērnu?");
        Mail forwarded = newest();
        assertThat(forwarded.to().address().value()).isEqualTo("maija@parks.example");
        assertThat(forwarded.from().replyTo()).isEqualTo(liga);
        assertThat(forwarded.wording().text()).contains("Vai var ņemt līdzi bērnu?", "Apstiprinājums: Ģimenes diena");
        assertThat(forwarded.about().registration()).isEqualTo(String.valueOf(people));
        assertThat(forwarded.attachments())
                .singleElement()
                .satisfies(file -> assertThat(new String(file.content())).contains("In-Reply-To"));
    }

    @Test
    void whatWasForwardedIsKeptNoLongerThanItTakes() {
        arrives("In-Reply-To: " + messageId(), "Man ir alerģija.");
        office.bean(Delivered.class).all();
        assertThat(newest().wording().text()).doesNotContain("alerģija");
        assertThat(newest().from().name()).isEmpty();
        assertThat(newest().from().replyTo()).isNull();
        assertThat(database.texts("SELECT CONVERT(content USING utf8mb4) FROM mail_parcel"))
                .noneMatch(kept -> kept.contains("alerģija"));
    }

    @Test
    void anAnswerToTheAddressThatMailComesBackToReachesThemToo() {
        messageId();
        String to =
                office.bean(Delivered.class).returnAddress(office.all().get(0).id());
        box.drop("From: " + liga.value() + "\nTo: " + to + "\nSubject: Re\n\nPaldies!\n");
        look();
        assertThat(newest().to().address().value()).isEqualTo("maija@parks.example");
    }

    @Test
    void whoWritesOfNothingIsToldOnceADayWhereToWrite() {
        arrives("X-Nothing: 1", "Labdien!");
        arrives("X-Nothing: 2", "Kāpēc neviens neatbild?");
        assertThat(newMails()).isEqualTo(1);
        Mail answer = newest();
        assertThat(answer.to().address()).isEqualTo(liga);
        assertThat(answer.wording().text()).contains("https://kopa.example/");
        office.advance(Duration.ofDays(1));
        arrives("X-Nothing: 3", "Labdien!");
        assertThat(newMails()).isEqualTo(2);
    }

    @Test
    void whoeverForgesSendersDoesNotHaveUsWriteToTheWholeWorld() {
        office.advance(Duration.ofDays(10));
        int aside = box.aside();
        for (int i = 0; i < 102; i++) {
            box.drop("From: stranger" + i + "@skola.example\nTo: kopa@kopa.example\nSubject: Hi\n\nHi\n");
        }
        look();
        look();
        assertThat(box.arrived()).isZero();
        assertThat(newMails()).isEqualTo(100);
        assertThat(box.aside() - aside).as("left for somebody to look at").isEqualTo(2);
        office.advance(Duration.ofDays(1));
        arrives("X-Nothing: 4", "Labdien!");
        assertThat(newMails()).isEqualTo(101);
        database.execute("UPDATE mail_outbox SET state = 'STOPPED' WHERE kind = 'unread'");
    }

    @Test
    void onePersonDoesNotFloodWhoeverOrganisesWhateverAddressesTheyWriteFrom() {
        String id = messageId();
        int aside = box.aside();
        for (int i = 0; i < 22; i++) {
            box.drop("From: other" + i + "@skola.example\nTo: kopa@kopa.example\nIn-Reply-To: " + id + "\n\nHi\n");
        }
        look();
        assertThat(box.arrived()).isZero();
        assertThat(newMails()).isEqualTo(1 + 20);
        assertThat(box.aside() - aside).as("left for somebody to look at").isEqualTo(2);
        office.advance(Duration.ofDays(1));
        arrives("In-Reply-To: " + id, "Rīt");
        assertThat(newMails()).isEqualTo(1 + 21);
    }

    @Test
    void whoAnswersForManyRegistrationsIsHeardForEachAndNamedByNone() {
        for (int i = 0; i < 21; i++) {
            people++;
            arrives("In-Reply-To: " + messageId(), "Nē");
        }
        assertThat(newMails()).isEqualTo(2 * 21);
        assertThat(database.texts("SELECT mail_key FROM mail_outbox WHERE kind = 'answered'"))
                .noneMatch(key -> key.contains(RestingAddresses.hash(liga)));
    }

    @Test
    void whatWeToldSomebodyThatComesBackIsToldToNobody() {
        arrives("X-Nothing: 5", "Labdien!");
        long told = office.all().get(0).id();
        everythingIsSent();
        for (int round = 0; round < 5; round++) {
            box.drop(Reports.hard(office.bean(Delivered.class).returnAddress(told)));
            look();
            everythingIsSent();
        }
        assertThat(newMails()).isEqualTo(1);
        assertThat(office.outbox().item(told).orElseThrow().state()).isEqualTo(MailState.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProgramThatDoesNotSayItIsOneIsAnsweredOnceHoweverOftenItAnswers(boolean organiser) {
        arrives(organiser ? "In-Reply-To: " + messageId() : "X-Nothing: 6", "Sveiki!");
        liga = organiser ? new EmailAddress("maija@parks.example") : liga;
        for (int round = 0; round < 5; round++) {
            everythingIsSent();
            arrives(
                    "In-Reply-To: "
                            + database.texts("SELECT message_id FROM mail_outbox ORDER BY id DESC LIMIT 1")
                                    .get(0),
                    "Esmu prom.");
        }
        assertThat(newMails()).isEqualTo(organiser ? 3 : 1);
        assertThat(newest().kind()).isEqualTo("unread");
    }

    @Test
    void aMessageIdThatOnlyLooksLikeOursBelongsToNothing() {
        String forged = messageId().replace("@kopa.example", "@evil.example");
        arrives("In-Reply-To: " + forged, "Sveiki");
        assertThat(newest().kind()).isEqualTo("unread");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (whatever)",
                "Return-Path: <>",
                "Precedence: bulk",
                "Precedence: LIST",
                "Precedence: junk",
                "List-Id: <news.example>",
                "X-Autoreply: yes"
            })
    void whatAProgramWroteIsNeitherAnsweredNorForwarded(String header) {
        arrives(header, "Esmu prom.");
        arrives(header + "\nIn-Reply-To: " + messageId(), "Esmu prom.");
        assertThat(newMails()).isEqualTo(1);
        assertThat(box.arrived()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailer-daemon@skola.example",
                "noreply@skola.example",
                "not an address",
                "a@b.example, c@d.example"
            })
    void nobodyIsNotAnswered(String from) {
        box.drop("From: " + from + "\nTo: kopa@kopa.example\nSubject: Hi\n\nHi\n");
        look();
        assertThat(newMails()).isZero();
        assertThat(box.arrived()).isZero();
    }

    @Test
    void twoServersThatLookAtOnceForwardAMailOnce() {
        String id = messageId();
        try (var other = PostOffice.open(database, box.settings())) {
            for (int i = 0; i < 5; i++) {
                box.drop(raw("In-Reply-To: " + id, "Nr. " + i));
            }
            var looks = List.of(
                    new Thread(this::look),
                    new Thread(() -> other.bean(Look.class).take()));
            looks.forEach(Thread::start);
            looks.forEach(AnsweredTest::join);
            look();
        }
        assertThat(newMails()).isEqualTo(6);
        assertThat(box.arrived()).isZero();
    }

    @Test
    void aMailThatCouldNotBeMovedIsNotReadTwice() {
        arrives("In-Reply-To: " + messageId(), "Vienreiz");
        database.execute(
                "UPDATE inbox_read SET uid = uid + 1 ORDER BY uid DESC"); // the next one is known before it comes
        arrives("In-Reply-To: " + messageId(), "Otrreiz");
        assertThat(newMails()).isEqualTo(2);
        assertThat(box.arrived()).isZero();
    }

    /** That of a mail which has been sent. */
    private String messageId() {
        office.put(Mails.to(liga, people));
        office.bean(Delivered.class).all();
        return database.texts("SELECT message_id FROM mail_outbox WHERE mail_key = 'registration:" + people
                        + ":confirmation:0'")
                .get(0);
    }

    private void arrives(String header, String text) {
        box.drop(raw(header, text));
        look();
    }

    private String raw(String header, String text) {
        return header + """

                From: =?UTF-8?Q?L=C4=ABga?= <%s>
                To: kopa@kopa.example
                Subject: Re: jautajums
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                """.formatted(liga.value()) + text + "\n";
    }

    private void everythingIsSent() {
        while (office.count(MailState.WAITING) > 0) {
            office.bean(Delivered.class).all();
        }
    }

    private void look() {
        office.bean(Look.class).take();
    }

    private int newMails() {
        return office.all().size() - before;
    }

    private Mail newest() {
        return office.outbox().find(office.all().get(0).id()).orElseThrow().mail();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
