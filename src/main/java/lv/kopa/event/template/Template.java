package lv.kopa.event.template;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a draft is a template: events are started from it, and it is never published itself.
 *
 * @param removedAt since when it is not offered any more
 */
@MappedEntity("event_template")
public record Template(
        @Id long eventId, Instant keptAt, @Nullable Instant removedAt) {
    public boolean isRemoved() {
        return removedAt != null;
    }
}
