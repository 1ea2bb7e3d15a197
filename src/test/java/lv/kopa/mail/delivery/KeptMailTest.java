package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailStage;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail that stays in the outbox: an organiser has stopped it, or there is no mail server. */
class KeptMailTest {
    private final PostOffice office = PostOffice.without(TestDatabase.fresh());
    private final Outbox outbox = office.outbox();
    private final Claims claims = office.bean(Claims.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMailThatIsStoppedWaitsForNothingUntilItIsRetried() {
        office.put(Mails.confirmation(1));
        long id = office.only().id();
        assertThat(outbox.stop(id)).isTrue();
        assertThat(outbox.stop(id)).isFalse();
        assertThat(claims.claim(Delivered.ALL)).isEmpty();
        assertThat(outbox.page(new OutboxFilter(null, MailStage.STOPPED, null, null, 9))
                        .items())
                .hasSize(1);
        assertThat(outbox.retry(id)).isTrue();
        assertThat(claims.claim(Delivered.ALL)).containsExactly(id);
    }

    @Test
    void aMailThatIsSentOrBeingSentIsNeitherStoppedNorRetried() {
        office.put(Mails.confirmation(1));
        long id = office.only().id();
        claims.claim(Delivered.ALL);
        assertThat(outbox.stop(id) || outbox.retry(id)).isFalse();
        office.bean(Delivered.class).sent(id);
        assertThat(outbox.stop(id) || outbox.retry(id)).isFalse();
        assertThat(office.only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void withoutAMailServerMailStaysToBeRead() {
        office.put(Mails.confirmation(1));
        office.advance(Duration.ofDays(30));
        assertThat(office.bean(Postman.class).works(List.of())).isFalse();
        assertThat(office.only().state()).isEqualTo(MailState.WAITING);
    }
}
