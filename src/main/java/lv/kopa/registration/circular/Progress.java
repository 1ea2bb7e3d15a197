package lv.kopa.registration.circular;

import java.util.Map;

/**
 * How many recipients of a circular are in each state.
 *
 * @param reached how many people that are, several of whom may be written to at one address
 */
public record Progress(Map<String, Long> people, long reached) {
    public long all() {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those about whom there is nothing left to do. */
    public long settled() {
        return all() - of("WAITING") - of("SENDING");
    }

    public long sent() {
        return of("SENT");
    }

    public long trouble() {
        return of("FAILED") + of("RETURNED") + of("RESTING");
    }

    public long stopped() {
        return of("STOPPED");
    }

    public long leftOut() {
        return of("REFUSED") + of("GONE");
    }

    private long of(String state) {
        return people.getOrDefault(state, 0L);
    }
}
