package lv.kopa.calendar;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * Since when a feed is as it is, the same for all servers.
 *
 * @param fingerprint of its bytes
 * @param changedAt in whole seconds; moves forward only, even when the latest event is taken out
 */
@MappedEntity("feed")
record FeedState(@Id String feedKey, String fingerprint, Instant changedAt) {}
