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
    private int openings;
    private int broken;
    private int outages;
    private boolean known;

    /**
     * What was known of a server when it turned a mail away.
     *
     * @param taken how many mails it had taken when it did so for the first time
     * @param openings how often it could not be used, until it did so last
     */
    private record Doubt(long taken, int openings) {}

    /** What a server may mean that turns a mail away. */
    enum Meant {
        /** All mail, as far as is known. */
        ALL,
        /** This one: others were taken since. */
        THIS,
        /** With no third mail nobody can tell, and to ask every minute for ever would help nobody. */
        UNKNOWN
    }

    /** A walk begins; meanwhile another of our servers may have noted that the mail server is away. */
    synchronized void begin() {
        known = false;
    }

    /** A mail was broken off; answers whether that was one too many. */
    synchronized boolean broke() {
        return ++broken >= IN_A_ROW;
    }

    /** What the server means that turns a mail away now: this one only if it did so before, and was of use meanwhile. */
    synchronized Meant meant(long mail) {
        Doubt before = doubted.getIfPresent(mail);
        doubted.put(mail, new Doubt(before == null ? taken : before.taken(), openings));
        if (before == null) {
            return Meant.ALL;
        }
        if (before.taken() < taken) {
            return Meant.THIS;
        }
        return before.openings() == openings ? Meant.UNKNOWN : Meant.ALL;
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
        openings++;
        return pause();
    }

    /** We cannot go on, which says nothing of the server; answers as {@link #open}. */
    synchronized int pause() {
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
