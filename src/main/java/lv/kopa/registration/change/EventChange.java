package lv.kopa.registration.change;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of an event.
 *
 * @param known the {@link Snapshot} of what it was before, as a JSON object
 * @param dueAt when its people are to hear of it
 */
@MappedEntity("event_change")
record EventChange(
        @Id @GeneratedValue @Nullable Long id, long eventId, String known, Instant changedAt, Instant dueAt) {}
