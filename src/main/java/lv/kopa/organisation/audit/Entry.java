package lv.kopa.organisation.audit;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deed in the record. */
@Introspected
public record Entry(
        Instant at, String actor, String deed, @Nullable String detail) {}
