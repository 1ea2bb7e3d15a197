package lv.kopa.mail.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices that a mail server is dead, or takes nothing from us, so that no more mails are spent on it: at once where it
 * cannot be reached, after a few where it breaks off in the middle of each, or turns each away.
 */
final class Breaker {
    private static final int IN_A_ROW = 3;
    private static final int MOST_DOUBTED = 10_000;

    /** Mails that were turned away, by how many others had been taken by then. */
    private final Cache<Long, Long> doubted =
            Caffeine.newBuilder().maximumSize(MOST_DOUBTED).build();

    /** Those since the last that was taken, or since the server counted as away. */
    private final Set<Long> turnedAway = new HashSet<>();

    private long taken;
    private int broken;
    private int outages;
    private boolean known;

    /** A walk begins; meanwhile another of our servers may have noted that the mail server is away. */
    synchronized void begin() {
        known = false;
    }

    /** A mail was broken off; answers whether that was one too many. */
    synchronized boolean broke() {
        return ++broken >= IN_A_ROW;
    }

    /** Whether that a mail is turned away is said of this one: others were taken since it was for the first time. */
    synchronized boolean isAboutTheMail(long mail) {
        Long before = doubted.asMap().putIfAbsent(mail, taken);
        return before != null && before < taken;
    }

    /** A mail was turned away, as all others may be; answers whether that was one mail too many. */
    synchronized boolean turnedAway(long mail) {
        turnedAway.add(mail);
        return turnedAway.size() >= IN_A_ROW;
    }

    /** What was said of a mail leaves no doubt. */
    synchronized void settled(long mail) {
        doubted.invalidate(mail);
        turnedAway.remove(mail);
    }

    /** A mail was taken. */
    synchronized void took() {
        taken++;
        turnedAway.clear();
    }

    /** The server cannot be used; answers how many times in a row that is by now. */
    synchronized int open() {
        known = false;
        turnedAway.clear();
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
