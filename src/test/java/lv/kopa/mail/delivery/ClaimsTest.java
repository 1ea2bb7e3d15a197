package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.annotation.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.Turn;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ClaimsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private final TestDatabase database = TestDatabase.fresh();
    private final PostOffice here = PostOffice.without(database);
    private final PostOffice there = PostOffice.without(database);
    private final Claims ours = here.bean(Claims.class);
    private final Claims theirs = there.bean(Claims.class);

    @BeforeEach
    void stopTheClocks() {
        here.bean(MovableClock.class).set(NOW);
        there.bean(MovableClock.class).set(NOW);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void noMailIsClaimedByTwoServersAndNoneIsLeftOver() {
        here.put(Mails.confirmations(50));
        Set<Long> claimed = new HashSet<>();
        for (Claims claims : List.of(ours, theirs, ours, theirs)) {
            assertThat(claims.claim(Delivered.ALL))
                    .allSatisfy(id -> assertThat(claimed.add(id)).isTrue());
        }
        assertThat(claimed).hasSize(50);
    }

    @Test
    void aServerPassesOverWhatAnotherIsJustClaiming() {
        here.put(Mails.confirmations(30));
        here.inTransaction(() -> {
            List<Long> first = ours.claim(Delivered.ALL);
            assertThat(first).hasSize(20);
            assertThat(theirs.claim(Delivered.ALL)).hasSize(10).doesNotContainAnyElementsOf(first);
            return first;
        });
    }

    @Test
    void mailIsPutWhileAServerIsClaiming() {
        here.put(Mails.confirmation(1));
        here.inTransaction(() -> {
            ours.claim(Delivered.ALL);
            return there.put(Mails.confirmation(2));
        });
        assertThat(here.all()).hasSize(2);
    }

    @Test
    void theOldestMailGoesFirst() {
        here.put(Mails.confirmation(1));
        here.advance(Duration.ofSeconds(-1));
        here.put(Mails.confirmation(2));
        here.advance(Duration.ofSeconds(1));
        List<Long> newestFirst = here.all().stream().map(OutboxItem::id).toList();
        assertThat(ours.claim(Delivered.ALL)).isEqualTo(newestFirst);
    }

    @Test
    void whatSomebodyWaitsForGoesBeforeWhatWasWrittenToManyBefore() {
        here.put(written(Turn.BULK, 1, 30));
        here.advance(Duration.ofSeconds(1));
        here.put(Mails.confirmation(31));
        long awaited = here.all().get(0).id();
        assertThat(ours.claim(Delivered.ALL)).hasSize(20).startsWith(awaited);
    }

    @Test
    void whatSomebodyWaitsForGoesBeforeTheNewsOfAnEventAndThatBeforeACircular() {
        here.put(written(Turn.BULK, 1, 30));
        here.advance(Duration.ofSeconds(1));
        here.put(written(Turn.EVENT, 31, 30));
        here.advance(Duration.ofSeconds(1));
        here.put(Mails.confirmation(61));
        List<Long> newestFirst = here.all().stream().map(OutboxItem::id).toList();
        assertThat(ours.claim(Delivered.ALL))
                .hasSize(20)
                .startsWith(newestFirst.get(0))
                .isSubsetOf(newestFirst.subList(0, 31));
    }

    @Test
    void whatSomebodyWaitsForTakesTheNewsAboutTheSameRegistrationAlongAndDoesNotPassThem() {
        here.put(written(Turn.EVENT, 1, 30));
        long news = here.all().get(0).id();
        here.put(Mails.to(new EmailAddress("another@skola.example"), 31));
        long other = here.all().get(0).id();
        here.put(again(30));
        long cancelled = here.all().get(0).id();
        assertThat(ours.claim(Delivered.ALL)).startsWith(news, other, cancelled);
    }

    @Test
    void newsDoNotPassWhatWasSaidOfTheSameRegistrationBefore() {
        here.put(Mails.confirmations(30));
        long place = here.all().get(0).id();
        here.put(again(30).in(Turn.EVENT));
        here.put(written(Turn.EVENT, 31, 1));
        long news = here.all().get(0).id();
        for (int i = 1; i < Claims.TURN_OF_EVENTS; i++) {
            ours.giveBack(ours.claim(Delivered.ALL));
        }
        assertThat(ours.claim(Delivered.ALL)).startsWith(news).doesNotContain(place, news - 1);
    }

    @Test
    void aCircularIsNotHurriedByWhatSomebodyWaitsFor() {
        here.put(written(Turn.BULK, 1, 1));
        here.put(again(1));
        assertThat(database.texts("SELECT bulk FROM mail_outbox ORDER BY id")).containsExactly("1", "0");
    }

    /** Another mail about a registration. */
    private static Mail again(int registration) {
        Mail first = Mails.confirmation(registration);
        return new Mail(first.key() + ":2", "cancelled", first.to(), first.from(), first.about(), first.wording());
    }

    @Test
    void theTurnIsKeptAsANumberAndNotAsYesOrNo() {
        String type = "SELECT column_type FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = 'mail_outbox' AND column_name = 'bulk'";
        assertThat(database.texts(type)).hasSize(1).doesNotContain("tinyint(1)");
    }

    @Test
    void theNewsOfAnEventGoAtTimesHoweverManyPeopleRegister() {
        here.put(Mails.confirmations(200));
        here.put(written(Turn.EVENT, 201, 20));
        Set<Long> news = here.all().stream().limit(20).map(OutboxItem::id).collect(Collectors.toSet());
        for (int i = 1; i < Claims.TURN_OF_EVENTS; i++) {
            assertThat(ours.claim(Delivered.ALL)).doesNotContainAnyElementsOf(news);
        }
        assertThat(ours.claim(Delivered.ALL)).containsExactlyInAnyOrderElementsOf(news);
    }

    @Test
    void whatWasWrittenToManyGoesAtTimesHoweverMuchElseThereIs() {
        here.put(Mails.confirmations(200));
        here.put(written(Turn.BULK, 201, 20));
        Set<Long> bulk = here.all().stream().limit(20).map(OutboxItem::id).collect(Collectors.toSet());
        for (int i = 1; i < Claims.TURN_OF_BULK; i++) {
            assertThat(ours.claim(Delivered.ALL)).doesNotContainAnyElementsOf(bulk);
        }
        assertThat(ours.claim(Delivered.ALL)).containsExactlyInAnyOrderElementsOf(bulk);
    }

    @Test
    void mailIsClaimedInTheOrderOfAnIndexAndNotSorted() throws NoSuchMethodException {
        here.put(Mails.confirmations(150));
        here.put(written(Turn.BULK, 151, 150));
        database.execute("ANALYZE TABLE mail_outbox");
        assertIsInOrder("lockDue", int.class, Instant.class, int.class);
        assertIsInOrder("lockDueOf", long.class, int.class, Instant.class, int.class);
    }

    private void assertIsInOrder(String query, Class<?>... parameters) throws NoSuchMethodException {
        String sql = ClaimRepository.class
                .getDeclaredMethod(query, parameters)
                .getAnnotation(Query.class)
                .value();
        String plan = database.texts("EXPLAIN FORMAT=JSON "
                        + sql.replace(":organisation", "7")
                                .replace(":turn", "0")
                                .replace(":now", "'2026-11-23 10:15:30'")
                                .replace(":most", "20"))
                .get(0);
        assertThat(plan)
                .containsPattern("\"(key|index_name)\": \"mail_outbox_due_of_") // MySQL 9 has other words
                .doesNotContain("\"filesort\":", "\"using_filesort\": true", "\"access_type\": \"sort\"");
    }

    private static List<Mail> written(Turn turn, int first, int mails) {
        return IntStream.range(first, first + mails)
                .mapToObj(Mails::confirmation)
                .map(mail -> mail.in(turn))
                .toList();
    }

    @Test
    void whatADeadServerHeldIsTakenUpWhenItsLeaseIsOverAndNotBefore() {
        here.put(Mails.confirmation(1));
        long id = ours.claim(Delivered.ALL).get(0);
        String messageId = ours.take(id).orElseThrow().messageIdOfClaim();
        there.advance(LEASE.minusMillis(1));
        assertThat(theirs.anyDue()).isFalse();
        assertThat(theirs.claim(Delivered.ALL)).isEmpty();
        there.advance(Duration.ofMillis(1));
        assertThat(theirs.anyDue()).isTrue();
        assertThat(theirs.claim(Delivered.ALL)).containsExactly(id);
        assertThat(theirs.take(id).orElseThrow().messageIdOfClaim()).isEqualTo(messageId);
        assertThat(ours.take(id)).isEmpty();
    }

    @Test
    void aServerThatIsAliveKeepsWhatItIsSlowWith() {
        here.put(Mails.confirmation(1));
        long id = ours.claim(Delivered.ALL).get(0);
        here.advance(LEASE.minusSeconds(1));
        ours.renew();
        there.advance(LEASE);
        assertThat(theirs.claim(Delivered.ALL)).isEmpty();
        assertThat(ours.take(id)).isPresent();
    }

    @Test
    void aServerThatOversleptItsLeaseNeitherSendsNorSpoilsTheMail() {
        here.put(Mails.confirmation(1));
        long id = ours.claim(Delivered.ALL).get(0);
        here.advance(LEASE);
        assertThat(ours.take(id)).isEmpty();
        there.advance(LEASE);
        theirs.claim(Delivered.ALL);
        ours.failed(id, new Answer(Answer.Verdict.REFUSED, "late"), Delivered.SERVER);
        ours.giveBack(List.of(id));
        assertThat(theirs.take(id)).isPresent();
    }

    @Test
    void whatIsGivenBackIsThereForTheNextAtOnce() {
        here.put(Mails.confirmation(1));
        List<Long> ids = ours.claim(Delivered.ALL);
        ours.giveBack(ids);
        assertThat(theirs.claim(Delivered.ALL)).isEqualTo(ids);
    }

    @Test
    void whatIsStoppedWhileAServerHasItGoesOutNoMore() {
        here.put(Mails.confirmations(3));
        List<Long> ids = ours.claim(Delivered.ALL);
        here.inTransaction(() -> {
            here.outbox().stopKeys("registration:");
            return true;
        });
        assertThat(ours.take(ids.get(0))).isEmpty();
        ours.postponed(ids.get(1), LEASE, new Answer(Answer.Verdict.LATER, "greylisted"), Delivered.SERVER);
        ours.giveBack(ids);
        assertThat(here.count(MailState.STOPPED)).isEqualTo(3);
        assertThat(theirs.claim(Delivered.ALL)).isEmpty();
    }

    @Test
    void aMailThatWasTakenIsSentWhoeverHoldsItByThen() {
        here.put(Mails.confirmation(1));
        long id = ours.claim(Delivered.ALL).get(0);
        there.advance(LEASE);
        theirs.claim(Delivered.ALL);
        here.bean(Delivered.class).sent(id);
        assertThat(theirs.take(id)).isEmpty();
        assertThat(here.only().state()).isEqualTo(MailState.SENT);
    }
}
