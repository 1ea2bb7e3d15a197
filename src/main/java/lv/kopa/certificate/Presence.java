package lv.kopa.certificate;

import java.time.Duration;

/**
 * How long somebody was at an event.
 *
 * @param whole how long everything takes together that the person was to come to
 */
public record Presence(Duration there, Duration whole) {
    private static final int ALL = 100;

    /** Rounded down, so that who has earned nothing is not told of a round number. */
    public int percent() {
        return whole.isZero() ? 0 : (int) (there.toMinutes() * ALL / whole.toMinutes());
    }

    boolean earns(int least) {
        return !there.isZero() && there.toMinutes() * ALL >= whole.toMinutes() * least;
    }
}
