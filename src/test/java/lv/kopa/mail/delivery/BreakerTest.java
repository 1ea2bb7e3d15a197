package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.kopa.mail.delivery.Breaker.Meant;
import org.junit.jupiter.api.Test;

/** Whom a server means that turns mail away. */
class BreakerTest {
    private final Breaker breaker = new Breaker();

    @Test
    void aMailThatIsTurnedAwayForTheFirstTimeIsNotToBlame() {
        assertThat(breaker.meant(1)).isEqualTo(Meant.ALL);
        assertThat(breaker.meant(1)).isEqualTo(Meant.UNKNOWN);
    }

    @Test
    void aMailIsMeantThatIsTurnedAwayAgainOnceOthersAreTaken() {
        breaker.meant(1);
        breaker.took();
        assertThat(breaker.meant(1)).isEqualTo(Meant.THIS);
        breaker.open();
        assertThat(breaker.meant(1)).isEqualTo(Meant.THIS);
    }

    @Test
    void aServerThatWasAwayMeanwhileForWhateverReasonMayMeanAllStill() {
        breaker.meant(1);
        breaker.open();
        assertThat(breaker.meant(1)).isEqualTo(Meant.ALL);
        assertThat(breaker.meant(1)).isEqualTo(Meant.UNKNOWN);
    }

    @Test
    void thatWeCouldNotGoOnSaysNothingOfTheServer() {
        breaker.meant(1);
        breaker.pause();
        assertThat(breaker.meant(1)).isEqualTo(Meant.UNKNOWN);
    }

    @Test
    void whereThreeAreTurnedAwayTogetherTimeAndAgainNothingIsHeldAgainstThem() {
        for (int round = 0; round < 3; round++) {
            for (long mail : List.of(1L, 2L, 3L)) {
                assertThat(breaker.meant(mail)).isEqualTo(Meant.ALL);
                if (breaker.turnedAway(mail)) {
                    breaker.open();
                }
            }
        }
    }
}
