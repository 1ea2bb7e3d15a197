package lv.kopa.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.delivery.Delivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BounceTest {
    private final PostBox box = new PostBox();
    private final TestDatabase database = TestDatabase.fresh();
    private final PostOffice office = PostOffice.open(database, box.settings());
    private EmailAddress liga = Mails.LIGA;
    private int people;

    @BeforeEach
    void somebodyElse() {
        liga = new EmailAddress("Liga-" + ++people + "@skola.example");
    }

    @AfterAll
    void close() {
        office.close();
        box.close();
    }

    @Test
    void whoseAddressIsUnknownRestsAndTheMailSaysWhy() {
        long mail = sent(1);
        arrives(Reports.hard(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(item(mail).lastAnswer()).isEqualTo("550 5.1.1 <liga.berzina@skola.example>: User unknown");
        assertThat(rests()).isTrue();
        assertThat(box.arrived()).isZero();
    }

    @ParameterizedTest
    @MethodSource("hardWords")
    void serversThatKnowNoReportsAreUnderstoodToo(UnaryOperator<String> report) {
        long mail = sent(1);
        arrives(report.apply(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(item(mail).lastAnswer()).contains("5.1.1");
        assertThat(rests()).isTrue();
    }

    static Stream<Named<UnaryOperator<String>>> hardWords() {
        return Stream.of(
                Named.of("Gmail", Reports::gmail),
                Named.of("qmail", Reports::qmail),
                Named.of("Exchange", Reports::exchange),
                Named.of("a report without an action", Reports::withoutAction),
                Named.of("a server that passes on what another said", Reports::passedOn),
                Named.of("a report that says nothing", Reports::emptyReport),
                Named.of("HTML alone", Reports::inHtmlOnly));
    }

    @Test
    void aReportThatAMailArrivedIsNoBounceThoughItForgetsToSayWhatWasDone() {
        long mail = sent(1);
        arrives(Reports.postfix(returnAddress(mail), "", "2.1.5", "250 2.1.5 OK")
                .replace("Action: \n", ""));
        assertThat(item(mail).state()).isEqualTo(MailState.SENT);
        assertThat(rests()).isFalse();
    }

    @Test
    void oneMailThatWasGivenUpForATimeDoesNotMakeAnAddressDead() {
        long mail = sent(1);
        arrives(Reports.soft(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(rests()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.0,true", "5.1.1,true", "5.1.2,true", "5.1.6,true", "5.1.10,true", "5.2.1,true", "5.0.0,false",
        "5.1.7,false", "5.1.8,false", "5.2.2,false", "5.2.3,false", "5.3.4,false", "5.4.1,false", "5.4.4,false",
        "5.5.0,false", "5.6.1,false", "5.7.1,false", "5.7.26,false", "4.2.1,false"
    })
    void onlyWhatSaysThatThereIsNoSuchReaderMakesAnAddressDeadAtOnce(String status, boolean dead) {
        long mail = sent(1);
        arrives(Reports.postfix(returnAddress(mail), "failed", status, "550 " + status + " no"));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(rests()).isEqualTo(dead);
    }

    @Test
    void aFullMailboxIsNoDeadAddress() {
        long mail = sent(1);
        arrives(Reports.fullInOldWords(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(rests()).isFalse();
    }

    @Test
    void anAddressFromWhichMailComesBackForDaysRestsInTheEnd() {
        softly(1);
        softly(2);
        softly(3);
        assertThat(rests()).as("three in an hour").isFalse();
        office.advance(Duration.ofDays(2));
        softly(4);
        assertThat(rests()).isTrue();
    }

    @Test
    void whatTheServerOfOneOrganisationReturnsSilencesNobodyForOthers() {
        for (int number = 1; number <= 4; number++) {
            long mail = sent(number);
            database.execute("UPDATE mail_outbox SET own_server = TRUE WHERE id = " + mail);
            arrives(number == 1 ? Reports.hard(returnAddress(mail)) : Reports.soft(returnAddress(mail)));
            assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
            office.advance(Duration.ofDays(1));
        }
        assertThat(rests()).isFalse();
    }

    @Test
    void whoHasBeenTriedAgainBeginsAnew() {
        softly(1);
        softly(2);
        office.bean(RestingAddresses.class).wake(liga);
        office.advance(Duration.ofDays(2));
        softly(3);
        assertThat(rests()).isFalse();
    }

    @Test
    void aServerThatGoesOnTryingIsQuotedAndNothingElse() {
        long mail = sent(1);
        arrives(Reports.delayed(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.SENT);
        assertThat(item(mail).lastAnswer()).isEqualTo("450 4.2.0 greylisted");
        assertThat(rests()).isFalse();
    }

    @Test
    void aComplaintIsNotedAtTheMail() {
        long mail = sent(1);
        arrives(Reports.complaint(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.SENT);
        assertThat(item(mail).lastAnswer()).isEqualTo("Feedback-Type: abuse");
        assertThat(rests()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void whoeverHasNotHadTheMailCannotSayThatItCameBack(UnaryOperator<String> forged) {
        long mail = sent(1);
        arrives(Reports.hard(forged.apply(returnAddress(mail))));
        assertThat(item(mail).state()).isEqualTo(MailState.SENT);
        assertThat(rests()).isFalse();
        assertThat(office.all().get(0).id()).isEqualTo(mail);
    }

    static Stream<Named<UnaryOperator<String>>> forgeries() {
        return Stream.of(
                Named.of("no proof", address -> address.replaceAll("\\.[a-z2-7]{16}@", "@")),
                Named.of("another's proof", address -> address.replace("+", "+1")),
                Named.of("a guess", address -> address.replaceAll("\\.[a-z2-7]{16}@", ".aaaaaaaaaaaaaaaa@")),
                Named.of("our address alone", address -> "kopa@kopa.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: auto-replied (vacation)", "Auto-Submitted: auto-generated", "X-Nothing: 1"})
    void outOfOfficeIsNoBounceAndIsNotAnswered(String header) {
        long mail = sent(1);
        arrives(Reports.outOfOffice(returnAddress(mail), header));
        assertThat(item(mail).state()).isEqualTo(MailState.SENT);
        assertThat(rests()).isFalse();
        assertThat(office.all().get(0).id()).isEqualTo(mail);
    }

    @Test
    void ofSomebodyForgottenNothingIsWrittenDownAnew() {
        office.inTransaction(() -> {
            office.outbox().putToForget(confirmation(1));
            return true;
        });
        long mail = office.all().get(0).id();
        office.bean(Delivered.class).all();
        arrives(Reports.hard(returnAddress(mail)));
        assertThat(item(mail).state()).isEqualTo(MailState.RETURNED);
        assertThat(item(mail).lastAnswer()).isEmpty();
        assertThat(rests()).isFalse();
    }

    @Test
    void aReportThatIsThereTwiceCountsOnce() {
        long mail = sent(1);
        for (int i = 0; i < 5; i++) {
            arrives(Reports.soft(returnAddress(mail)));
            office.advance(Duration.ofDays(1));
        }
        assertThat(rests()).isFalse();
    }

    private void softly(int number) {
        arrives(Reports.soft(returnAddress(sent(number))));
    }

    private long sent(int number) {
        office.put(confirmation(number));
        office.bean(Delivered.class).all();
        return office.all().get(0).id();
    }

    private Mail confirmation(int number) {
        return Mails.to(liga, people * 100 + number);
    }

    private void arrives(String report) {
        box.drop(report);
        office.bean(Look.class).take();
    }

    private String returnAddress(long mail) {
        return office.bean(Delivered.class).returnAddress(mail);
    }

    private OutboxItem item(long mail) {
        return office.outbox().item(mail).orElseThrow();
    }

    private boolean rests() {
        return office.bean(RestingAddresses.class).rests(liga);
    }
}
