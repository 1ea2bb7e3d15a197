package lv.kopa.ical;

import java.time.Instant;

/**
 * How old an entry is, so that a program knows which of two copies is newer.
 *
 * @param sequence SEQUENCE (RFC 5545 §3.8.7.4): one higher whenever start, end, place or status changed
 * @param createdAt CREATED (§3.8.7.1)
 * @param changedAt LAST-MODIFIED (§3.8.7.3) and DTSTAMP (§3.8.7.2), never "now", or every fetch would differ
 */
public record Revision(int sequence, Instant createdAt, Instant changedAt) {

    /** @throws IllegalArgumentException if the sequence is negative */
    public Revision {
        if (sequence < 0) {
            throw new IllegalArgumentException("A sequence starts at 0, not at " + sequence);
        }
    }

    /** The same where something else that the entry tells has changed too. */
    public Revision changedAlso(Instant instant) {
        return instant.isAfter(changedAt) ? new Revision(sequence, createdAt, instant) : this;
    }
}
