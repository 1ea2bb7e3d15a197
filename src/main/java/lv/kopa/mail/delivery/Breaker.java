package lv.kopa.mail.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a mail server is dead, or takes nothing from us, so that no more mails are spent on it: at once where it
 * cannot be reached, after a few where it breaks off in the middle of each, or turns each away.
 */
final class Breaker {
    private static final int IN_A_ROW = 3;

    /** Mails that were turned away, by how many others had been taken by then. */
    private final Map<Long, Long> doubted = new HashMap<>();

    private long taken;
    private int turnedAway;
    private @Nullable String doubt;
    private int broken;
    private int outages;
    private boolean known;

    /** A walk begins; meanwhile another of our servers may have noted that the mail server is away. */
    synchronized void begin() {
        known = false;
        turnedAway = 0;
        doubt = null;
    }

    /** A mail was broken off; answers whether that was one too many. */
    synchronized boolean broke() {
        return ++broken >= IN_A_ROW;
    }

    /** Whether that a mail is turned away is said of this one: others were taken since it was for the first time. */
    synchronized boolean isAboutTheMail(long mail) {
        Long before = doubted.putIfAbsent(mail, taken);
        return before != null && before < taken;
    }

    /** A mail was turned away, as all others may be; answers whether that was one too many. */
    synchronized boolean turnedAway(String words) {
        doubt = words;
        return ++turnedAway >= IN_A_ROW;
    }

    /** What was said when mails were turned away on this walk, and none was taken since. */
    synchronized Optional<String> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** A mail was taken. */
    synchronized void took(long mail) {
        doubted.remove(mail);
        taken++;
        turnedAway = 0;
        doubt = null;
    }

    /** The server cannot be used; answers how many times in a row that is by now. */
    synchronized int open() {
        known = false;
        return ++outages;
    }

    /** The server works; answers whether that was unknown on this walk before. */
    synchronized boolean worked() {
        boolean news = !known;
        known = true;
        broken = 0;
        outages = 0;
        return news;
    }
}
