package lv.kopa.calendar.team;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address by which one of a team subscribes to their organisation's events.
 *
 * @param withNames whether it tells who has a place
 * @param fetchedAt when a program last came for it; null: never yet
 * @param fetchedBy what that program calls itself
 */
@Introspected
public record TeamFeed(
        long personId,
        long organisationId,
        boolean withNames,
        Instant createdAt,
        @Nullable Instant fetchedAt,
        @Nullable String fetchedBy) {}
