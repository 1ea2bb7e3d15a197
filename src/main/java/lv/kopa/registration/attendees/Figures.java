package lv.kopa.registration.attendees;

import java.util.Map;
import lv.kopa.registration.RegistrationStatus;

/**
 * How many registrations of an event have each status.
 *
 * @param offered how many of those who wait are offered a place, which is kept for them
 * @param reserved how many places are kept for people whom delegations have yet to name
 * @param unreached to how many of those who are to hear of it mail came back, and was not sent anew
 */
public record Figures(Map<RegistrationStatus, Long> byStatus, long offered, long reserved, long unreached) {
    public static Figures none() {
        return new Figures(Map.of(), 0, 0, 0);
    }

    public long confirmed() {
        return of(RegistrationStatus.CONFIRMED);
    }

    public long waiting() {
        return of(RegistrationStatus.WAITING);
    }

    public long awaiting() {
        return of(RegistrationStatus.AWAITING_APPROVAL);
    }

    public long cancelled() {
        return of(RegistrationStatus.CANCELLED);
    }

    /** Those who hear of it when the event is changed or cancelled. */
    public long live() {
        return confirmed() + waiting() + awaiting();
    }

    /** However they stand. */
    public long all() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    private long of(RegistrationStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
