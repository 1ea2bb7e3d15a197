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

    /** Mails that were turned away, by what was known of the server then. */
    private final Cache<Long, Doubt> doubted =
            Caffeine.newBuilder().maximumSize(MOST_DOUBTED).build();

    /** Those since the last that was taken, or since the server counted as away. */
    private final Set<Long> turnedAway = new HashSet<>();

    private long taken;
    private int refusals;
    private int broken;
    private int outages;
    private boolean known;

    /**
     * What was known of a server when it turned a mail away.
     *
     * @param taken how many mails it had taken when it did so for the first time
     * @param refusals how often it had turned away too many when it did so last
     */
    private record Doubt(long taken, int refusals) {}

    /** A walk begins; meanwhile another of our servers may have noted that the mail server is away. */
    synchronized void begin() {
        known = false;
    }

    /** A mail was broken off; answers whether that was one too many. */
    synchronized boolean broke() {
        return ++broken >= IN_A_ROW;
    }

    /**
     * Whether that a mail is turned away again is held against it: others were taken since it was for the first time, or no
     * others were turned away with it since the last. With no third mail nobody can tell whom the server means, and to ask
     * every minute for ever would help nobody.
     */
    synchronized boolean isAboutTheMail(long mail) {
        Doubt before = doubted.getIfPresent(mail);
        doubted.put(mail, new Doubt(before == null ? taken : before.taken(), refusals));
        return before != null && (before.taken() < taken || before.refusals() == refusals);
    }

    /** A mail was turned away, as all others may be; answers whether that was one mail too many. */
    synchronized boolean turnedAway(long mail) {
        turnedAway.add(mail);
        boolean tooMany = turnedAway.size() >= IN_A_ROW;
        if (tooMany) {
            refusals++;
        }
        return tooMany;
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
