package lv.kopa.mail;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.transaction.exceptions.TransactionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail.About;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");
    private final TestDatabase database = TestDatabase.fresh();
    private final PostOffice office = PostOffice.without(database);
    private final Outbox outbox = office.outbox();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void mailIsPutOnlyInsideATransaction() {
        assertThatThrownBy(() -> outbox.put(Mails.confirmation(1))).isInstanceOf(TransactionException.class);
        assertThat(office.all()).isEmpty();
    }

    @Test
    void mailToAnAddressThatIsNobodysIsKeptToBeReadAndNotSent() {
        Mail confirmation = Mails.confirmation(1);
        Mail.Recipient nobody = new Mail.Recipient(new EmailAddress("anna@Demo.Invalid"), "Anna", "lv");
        office.put(Mails.with(nobody, confirmation.from(), confirmation.wording(), List.of()));

        assertThat(office.only().state()).isEqualTo(MailState.STOPPED);
    }

    private void putInVain(Mail mail) {
        assertThatThrownBy(() -> office.inTransaction(() -> {
                    outbox.put(mail);
                    throw new IllegalStateException("full");
                }))
                .hasMessageContaining("full");
    }

    @Test
    void aTransactionThatFailsLeavesNoMail() {
        putInVain(Mails.confirmation(1));
        assertThat(office.all()).isEmpty();
    }

    @Test
    void whatGoesWithManyMailsIsKeptOnce() {
        office.put(Mails.confirmations(3));
        office.put(Mails.confirmation(4));

        assertThat(database.texts("SELECT COUNT(*) FROM mail_parcel")).containsExactly("1");
        assertThat(office.all())
                .hasSize(4)
                .allSatisfy(mail -> assertThatMail(
                                outbox.find(mail.id()).orElseThrow().mail())
                        .hasAttachment("Ielūgums.ics"));
    }

    @Test
    void whatWentWithAMailThatWasNotPutAfterAllGoesWithTheNext() {
        putInVain(Mails.confirmation(1));

        office.put(Mails.confirmation(2));

        assertThatMail(outbox.find(office.only().id()).orElseThrow().mail()).hasAttachment("Ielūgums.ics");
    }

    @Test
    void aKeyIsPutOnceAndTheTransactionGoesOn() {
        assertThat(office.put(Mails.confirmation(1))).isTrue();
        boolean again = office.inTransaction(() -> {
            boolean put = outbox.put(Mails.confirmation(1));
            outbox.put(Mails.confirmation(2));
            return put;
        });
        assertThat(again).isFalse();
        assertThat(office.all()).hasSize(2);
    }

    @Test
    void whoIsForgottenIsNotLeftInMailThatIsStoppedBeforeItWasSent() {
        office.put(List.of(Mails.confirmation(1).leftAt("https://kopa.example/my/news/secret"), Mails.confirmation(2)));
        office.inTransaction(() -> {
            outbox.erase("1");
            outbox.erase("2");
            outbox.stopKeys("registration:1:");
            return true;
        });
        outbox.stop(office.all().get(0).id());
        assertThat(office.all())
                .extracting(OutboxItem::state, OutboxItem::toAddress)
                .containsOnly(tuple(MailState.STOPPED, "erased@erased.invalid"));
        assertThat(database.texts("SELECT COUNT(*) FROM mail_outbox WHERE unsubscribe IS NOT NULL"))
                .containsExactly("0");
    }

    @Test
    void aMailIsReadAsItWasPut() {
        office.bean(MovableClock.class).set(NOW);
        office.put(Mails.confirmation(1));
        OutboxMail found = outbox.find(office.only().id()).orElseThrow();
        assertThatMail(found.mail())
                .isTo("Liga.Berzina@skola.example", "Līga Bērziņa")
                .isFrom("Intelekta parks")
                .isAnsweredTo("maija@parks.example")
                .isIn("lv")
                .hasSubject("Apstiprinājums: Ģimenes diena")
                .textContains("Tiekamies")
                .htmlContains("Sveiki, &lt;b&gt;Līga&lt;/b&gt;!<br>Tiekamies")
                .hasAttachment("Ielūgums.ics");
        assertThat(found.mail().about()).isEqualTo(new About(7L, 8L, "1"));
        assertThat(found.item().createdAt()).isEqualTo(NOW);
        assertThat(found.item().state()).isEqualTo(MailState.WAITING);
    }

    @Test
    void instantsStandInTheDatabaseInUtc() throws Exception {
        office.bean(MovableClock.class).set(NOW);
        office.put(Mails.confirmation(1));
        try (var connection = database.connect();
                var rows =
                        connection.createStatement().executeQuery("SELECT CAST(created_at AS CHAR) FROM mail_outbox")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("2026-11-23 10:15:30.123456");
        }
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapOrRepeat() {
        office.put(Mails.confirmations(7));
        List<Long> seen = new ArrayList<>();
        OutboxPage page = outbox.page(OutboxFilter.newestOf(Set.of(7L), 3));
        while (page.next() != null) {
            page.items().forEach(item -> seen.add(item.id()));
            page = outbox.page(new OutboxFilter(Set.of(7L), null, null, page.next(), 3));
        }
        page.items().forEach(item -> seen.add(item.id()));
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void whatIsHeldBackIsTakenOutAgainAndNothingElse() {
        held();
        office.put(round());

        assertThat(recall()).isTrue();

        assertThat(office.all()).extracting(OutboxItem::kind).containsExactly("circular");
    }

    @Test
    void whatCanWaitNeitherPassesWhatIsHeldBackNorSendsIt() {
        Instant until = held();
        office.put(round());
        assertThat(due("confirmation")).isEqualTo(until);
        assertThat(due("circular")).isAfter(until);

        office.inTransaction(() -> outbox.put(Mails.about(2, new About(7L, 8L, "1"), "Own")));
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE held_for = 5 AND next_attempt_at < '"
                        + until.toString().replace("T", " ").replace("Z", "") + "'"))
                .as("what one person is told sends it")
                .isOne();
        assertThat(recall()).as("which is as good as told").isFalse();
    }

    @Test
    void whatCanWaitGoesAtOnceWhereNothingIsHeldBack() {
        office.bean(MovableClock.class).set(NOW);
        office.put(Mails.confirmation(1));
        office.put(round());

        assertThat(due("circular")).isEqualTo(NOW);
    }

    @Test
    void whatAServerMayHaveTakenIsNotTakenOutAgainThoughNoTryCounts() {
        Instant until = held();
        database.execute("UPDATE mail_outbox SET message_id = '<1@kopa.example>', last_answer = '451 Later'");
        assertThat(recall()).as("postponed without a try").isFalse();

        outbox.retry(office.only().id());
        database.execute("UPDATE mail_outbox SET last_answer = NULL, next_attempt_at = '"
                + until.toString().replace("T", " ").replace("Z", "") + "'");
        assertThat(recall()).as("claimed once, and as new since").isFalse();
        assertThat(office.all()).hasSize(1);
    }

    @Test
    void whatSomebodyHasTriedAtOnceIsNotTakenOutAgain() {
        held();
        outbox.retry(office.only().id());

        assertThat(recall()).isFalse();
    }

    @Test
    void whatSomebodyHasStoppedBeforeIsTakenOutAgain() {
        held();
        outbox.stop(office.only().id());

        assertThat(recall()).isTrue();
        assertThat(office.all()).isEmpty();
    }

    /** Puts a confirmation and holds it back for the cause 5; until when. */
    private Instant held() {
        office.bean(MovableClock.class).set(NOW);
        Instant until = NOW.plusSeconds(300);
        office.inTransaction(() -> {
            long newest = outbox.newest();
            outbox.put(Mails.confirmation(1));
            outbox.hold(5, List.of("1"), newest, until);
            return true;
        });
        return until;
    }

    private boolean recall() {
        return office.inTransaction(() -> outbox.recall("1", 5));
    }

    private static Mail round() {
        Mail mail = Mails.confirmation(1);
        return new Mail(
                        "circular:1:1",
                        "circular",
                        mail.to(),
                        mail.from(),
                        mail.about(),
                        mail.wording(),
                        mail.attachments())
                .in(Turn.BULK);
    }

    private Instant due(String kind) {
        return office.all().stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .nextAttemptAt();
    }

    @Test
    void nobodySeesAnotherOrganisationsMail() {
        office.put(Mails.about(1, new About(1L, null, null), "ours"));
        office.put(Mails.about(2, new About(2L, null, null), "theirs"));
        office.put(Mails.about(3, About.NOTHING, "nobody's"));
        assertThat(outbox.page(OutboxFilter.newestOf(Set.of(1L), 9)).items())
                .extracting(OutboxItem::subject)
                .containsExactly("ours");
        assertThat(outbox.page(OutboxFilter.newestOf(Set.of(), 9)).items()).isEmpty();
        assertThat(outbox.counts(Set.of())).containsEntry(MailState.WAITING, 0L);
        assertThat(outbox.counts(Set.of(1L, 2L))).containsEntry(MailState.WAITING, 2L);
        assertThat(outbox.counts(null)).containsEntry(MailState.WAITING, 3L).containsEntry(MailState.SENT, 0L);
    }

    @Test
    void aSearchTakesEachSignForItself() {
        office.put(Mails.about(1, About.NOTHING, "100 % droši"));
        office.put(Mails.about(2, About.NOTHING, "1000 droši!"));
        assertThat(found("0 %")).containsExactly("100 % droši");
        assertThat(found("drosi!")).containsExactly("1000 droši!");
        assertThat(found("BERZINA@")).hasSize(2);
        assertThat(found("_")).isEmpty();
    }

    private List<String> found(String search) {
        return outbox.page(new OutboxFilter(null, null, search, null, 9)).items().stream()
                .map(OutboxItem::subject)
                .toList();
    }
}
