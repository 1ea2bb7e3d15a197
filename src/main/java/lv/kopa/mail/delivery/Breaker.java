package lv.kopa.mail.delivery;

/**
 * Notices that a mail server is dead, so that no more mails are spent on it: at once where it cannot be reached, after a
 * few where it breaks off in the middle of each.
 */
final class Breaker {
    private static final int MOST_BROKEN = 3;
    private int broken;
    private int outages;
    private boolean known;

    /** A walk begins; meanwhile another of our servers may have noted that the mail server is away. */
    synchronized void begin() {
        known = false;
    }

    /** A mail was broken off; answers whether that was one too many. */
    synchronized boolean broke() {
        return ++broken >= MOST_BROKEN;
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
