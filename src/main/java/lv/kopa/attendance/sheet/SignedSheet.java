package lv.kopa.attendance.sheet;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scan of a sheet that people signed.
 *
 * @param sessionId null where it is of the whole day
 * @param keptBy as in the record of deeds
 * @param comparedAt when somebody last said who signed it; null where nobody has
 */
@MappedEntity("signed_sheet")
record SignedSheet(
        @Id @GeneratedValue long id,
        long eventId,
        LocalDate day,
        @Nullable Long sessionId,
        long fileId,
        Instant keptAt,
        String keptBy,
        @Nullable Instant comparedAt,
        @Nullable String comparedBy) {
    boolean isCompared() {
        return comparedAt != null;
    }
}
