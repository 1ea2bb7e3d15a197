package lv.kopa.calendar;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import lv.kopa.ical.CalendarPiece;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an event in one language as it is kept.
 *
 * @param digest of all that it was written from
 */
@MappedEntity("feed_piece")
record FeedPiece(
        @Id String uid,
        String language,
        long eventId,
        String digest,
        Instant startsAt,
        Instant changedAt,
        @Nullable String zone,
        int firstYear,
        int lastYear,
        byte[] octets) {

    static FeedPiece of(CalendarPiece piece, String language, Wanted wanted) {
        return new FeedPiece(
                piece.uid(),
                language,
                wanted.eventId(),
                wanted.digest(),
                piece.startsAt(),
                piece.changedAt(),
                piece.zone(),
                piece.firstYear(),
                piece.lastYear(),
                piece.octets());
    }

    /**
     * An entry that a feed is to have, with what is kept of it.
     *
     * @param digest of all that it is to be written from
     * @param octets none where it must be written anew, and then nothing is known of what follows the digest either
     */
    @Introspected
    record Wanted(
            long eventId,
            String uid,
            String digest,
            @Nullable Instant startsAt,
            @Nullable Instant changedAt,
            @Nullable String zone,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear,
            byte[] octets) {

        boolean isKept() {
            return octets.length > 0;
        }

        /** @throws NullPointerException where it is not kept */
        CalendarPiece kept() {
            return new CalendarPiece(
                    uid,
                    Objects.requireNonNull(startsAt),
                    Objects.requireNonNull(changedAt),
                    zone,
                    Objects.requireNonNull(firstYear),
                    Objects.requireNonNull(lastYear),
                    octets);
        }
    }
}
