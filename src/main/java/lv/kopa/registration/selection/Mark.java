package lv.kopa.registration.selection;

import io.micronaut.core.annotation.Introspected;

/** How many points somebody has by a criterion, from 0 to 3. */
@Introspected
record Mark(long registrationId, long criterionId, int points) {}
