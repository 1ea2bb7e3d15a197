package lv.kopa.event;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** Where a public event is shown, and since when as it is now. */
@Introspected
public record PublicAddress(String slug, Instant changedAt) {}
