package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.database.TestDatabase;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.RestingAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses that nothing is sent to. */
class RestingTest {
    private final PostOffice office = PostOffice.without(TestDatabase.fresh());
    private final Claims claims = office.bean(Claims.class);
    private final RestingAddresses resting = office.bean(RestingAddresses.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void mailToAnAddressThatRestsIsKeptBackAndSaysSo() {
        office.put(Mails.confirmation(1));
        rest();
        assertThat(claims.claim(Delivered.ALL))
                .hasSize(1)
                .allSatisfy(id -> assertThat(claims.take(id)).isEmpty());
        assertThat(office.only().state()).isEqualTo(MailState.RESTING);
        assertThat(claims.claim(Delivered.ALL)).isEmpty();
    }

    @Test
    void whoeverTriesAMailAgainHasTheAddressWrittenToAgain() {
        office.put(Mails.confirmation(1));
        rest();
        long id = claims.claim(Delivered.ALL).get(0);
        claims.take(id);
        assertThat(office.outbox().retry(id)).isTrue();
        assertThat(resting.rests(Mails.LIGA)).isFalse();
        claims.claim(Delivered.ALL);
        assertThat(claims.take(id)).isPresent();
    }

    @Test
    void whatWasToBeForgottenOnceSentIsForgottenWhenItIsKeptBackToo() {
        office.inTransaction(() -> {
            office.outbox().putToForget(Mails.confirmation(1));
            return true;
        });
        rest();
        claims.claim(Delivered.ALL).forEach(claims::take);
        assertThat(office.only().toAddress()).isEqualTo("erased@erased.invalid");
        assertThat(office.outbox().retry(office.only().id())).isFalse();
    }

    @Test
    void capitalsMakeNoOtherAddress() {
        rest();
        assertThat(resting.rests(new lv.kopa.mail.EmailAddress("LIGA.BERZINA@SKOLA.EXAMPLE")))
                .isTrue();
    }

    private void rest() {
        office.inTransaction(() -> {
            resting.rest(Mails.LIGA);
            return true;
        });
    }
}
