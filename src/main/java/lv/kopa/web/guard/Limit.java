package lv.kopa.web.guard;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/** How often something may be done: so many times at once, then at a steady pace. */
public enum Limit {
    /**
     * By network. A school's classes sign up from one address within the same minutes, and all who use one company's
     * mobile phones may come from one address too.
     */
    REGISTRATION(100, 30, Duration.ofMinutes(1)),
    /** By network, of those for whom the browser has made an effort once there were too many. */
    REGISTRATION_WITH_EFFORT(500, 150, Duration.ofMinutes(1)),
    /** By e-mail address, which one person may register for a whole season, and whose owner gets a mail each time. */
    REGISTRATION_ADDRESS(10, 10, Duration.ofHours(1)),
    /** By registration, whose files would else take the room of everybody's. */
    FILES(20, 10, Duration.ofHours(1)),
    /**
     * By network, of words that are looked for: each search reads every event. A class that is shown how, one search a pupil
     * every few seconds, does not meet it; a program that tries words does.
     */
    SEARCH(300, 120, Duration.ofMinutes(1)),
    /** By e-mail address. */
    SIGN_IN(10, 10, Duration.ofMinutes(15)),
    /** By network. */
    SIGN_IN_NETWORK(100, 100, Duration.ofMinutes(15)),
    /** By person: codes of a second step, and passwords that are asked for again. */
    SECOND_STEP(10, 10, Duration.ofMinutes(15)),
    /** By e-mail address, whose owner should not be pestered with mails. */
    LINKS(3, 3, Duration.ofHours(1)),
    /** By network. */
    LINKS_NETWORK(30, 30, Duration.ofHours(1)),
    /** By organiser, who could have us knock at one door after another. */
    MAIL_TRIAL(5, 5, Duration.ofMinutes(5));

    private final int atOnce;
    private final int more;
    private final Duration every;

    Limit(int atOnce, int more, Duration every) {
        this.atOnce = atOnce;
        this.more = more;
        this.every = every;
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(atOnce).refillGreedy(more, every).build();
    }
}
