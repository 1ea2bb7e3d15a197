package lv.kopa.attendance;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import lv.kopa.database.WallClock;
import lv.kopa.event.Session;
import org.jspecify.annotations.Nullable;

/**
 * That a registered person was at a session.
 *
 * @param seenAt when the person was there, as whoever saw it says
 * @param recordedBy who says so, as in the record of deeds
 * @param withdrawnAt when it turned out to be wrong, if it did
 * @param cameOn from when the person was there, by the clocks of the place; null: from the beginning
 * @param leftOn until when; null: to the end
 * @param timedBy who says so of the times
 */
@MappedEntity("attendance")
public record Attendance(
        @Id @GeneratedValue long id,
        long sessionId,
        long registrationId,
        Instant seenAt,
        Means means,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,

        @TypeDef(type = DataType.STRING, converter = WallClock.class) @Nullable
        LocalDateTime cameOn,

        @TypeDef(type = DataType.STRING, converter = WallClock.class) @Nullable
        LocalDateTime leftOn,

        @Nullable Instant timedAt,
        @Nullable String timedBy) {

    /** How it was recorded. */
    public enum Means {
        /** By a program of an organiser's. */
        PROGRAM,
        /** By an organiser at the door, who looked the person up. */
        LIST,
        /** The same, by the code that the person showed. */
        CODE
    }

    /** How long the person was there, of the time that the session takes. */
    public Duration time(Session session) {
        return time(session, cameOn, leftOn);
    }

    /** How long somebody was there who came and left then; null: they were there at its start, at its end. */
    public static Duration time(Session session, @Nullable LocalDateTime cameOn, @Nullable LocalDateTime leftOn) {
        ZonedDateTime from = cameOn == null ? session.start() : later(cameOn.atZone(session.zone()), session.start());
        ZonedDateTime until = leftOn == null ? session.end() : earlier(leftOn.atZone(session.zone()), session.end());
        Duration time = Duration.between(from, until);
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
