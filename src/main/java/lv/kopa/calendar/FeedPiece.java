package lv.kopa.calendar;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.ical.CalendarBody.ZoneYears;
import lv.kopa.ical.CalendarPiece;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an event in one language as it is kept.
 *
 * @param digest of all that it was written from
 * @param zone with the years that are taken of it: `Europe/Riga 2026 2027`; null where its clocks name none
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
        byte[] octets) {

    static FeedPiece of(CalendarPiece piece, String language, Missing missing) {
        ZoneYears zone = piece.zone();
        return new FeedPiece(
                piece.uid(),
                language,
                missing.eventId(),
                missing.digest(),
                piece.startsAt(),
                piece.changedAt(),
                zone == null ? null : zone.zone() + " " + zone.first() + " " + zone.last(),
                piece.octets());
    }

    /**
     * An entry that is not kept as it is to be.
     *
     * @param digest of all that it is to be written from
     */
    @Introspected
    record Missing(long eventId, String uid, String digest) {}
}
