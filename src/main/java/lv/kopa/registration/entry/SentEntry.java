package lv.kopa.registration.entry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry in somebody's calendar that they were invited to.
 *
 * @param id given by the database, to many rows at once; null until then
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
        @Id @GeneratedValue @Nullable Long id,
        String uid,
        String registration,
        @Nullable Long sessionId,
        int sequence,
        Instant stampedAt,
        String gist,
        Instant invitedAt,
        @Nullable Instant cancelledAt) {

    /** Whether its person has it. */
    public boolean isLive() {
        return cancelledAt == null;
    }
}
