package lv.kopa.attendance;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a registered person was at a session.
 *
 * @param seenAt when the person was there, as whoever saw it says
 * @param recordedBy who says so, as in the record of deeds
 * @param withdrawnAt when it turned out to be wrong, if it did
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
        @Nullable String withdrawnBy) {

    /** How it was recorded. */
    public enum Means {
        /** By a program of an organiser's. */
        PROGRAM
    }
}
