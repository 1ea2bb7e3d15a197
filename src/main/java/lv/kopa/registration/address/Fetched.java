package lv.kopa.registration.address;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** When a program last came for a calendar, and what it calls itself. */
@Introspected
record Fetched(Instant fetchedAt, String fetchedBy) {}
