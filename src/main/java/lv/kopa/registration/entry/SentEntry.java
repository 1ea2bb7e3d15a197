package lv.kopa.registration.entry;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lv.kopa.ical.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An entry in somebody's calendar that they were invited to.
 *
 * @param uid UID (RFC 5545 §3.8.4.7), of this person and this entry alone, for ever
 * @param registration the reference of whose it is
 * @param sessionId the part of the event; null for a study visit as a whole
 * @param sequence SEQUENCE of what was sent last
 * @param stampedAt DTSTAMP of what was sent last, in whole seconds
 * @param gist of what was sent last: the same as long as time, place, title and state are
 * @param invitedAt when it was sent first
 * @param cancelledAt when it was taken out of the calendar; it never comes back, there would be a new one
 */
@MappedEntity("sent_entry")
public record SentEntry(
        @Id String uid,
        String registration,
        @Nullable Long sessionId,
        int sequence,
        Instant stampedAt,
        String gist,
        Instant invitedAt,
        @Nullable Instant cancelledAt) {

    static SentEntry first(String uid, String registration, @Nullable Long session, String gist, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new SentEntry(uid, registration, session, 0, second, gist, second, null);
    }

    /** Whether its person has it. */
    public boolean isLive() {
        return cancelledAt == null;
    }

    /** The same after an update, which counts as newer whatever the clock says. */
    SentEntry updated(String newGist, Instant now) {
        return new SentEntry(
                uid,
                registration,
                sessionId,
                sequence + 1,
                now.truncatedTo(ChronoUnit.SECONDS),
                newGist,
                invitedAt,
                null);
    }

    SentEntry cancelled(Instant now) {
        SentEntry next = updated(gist, now);
        return new SentEntry(
                uid, registration, sessionId, next.sequence(), next.stampedAt(), gist, invitedAt, next.stampedAt());
    }

    Revision revision() {
        return new Revision(sequence, invitedAt, stampedAt);
    }
}
