package lv.kopa.registration.handover;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that its person offers to somebody else, who has yet to take it.
 *
 * @param submission names the form it was offered by
 */
@MappedEntity("hand_over")
public record HandOver(
        @Id long registrationId,
        String linkHash,
        String name,
        String email,
        @Nullable String message,
        Instant offeredAt,
        @Nullable String submission) {

    /** Without the people, who are to stay out of logs. */
    @Override
    public String toString() {
        return "HandOver[" + registrationId + "]";
    }
}
