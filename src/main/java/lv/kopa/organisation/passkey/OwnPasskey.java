package lv.kopa.organisation.passkey;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. */
@Introspected
public record OwnPasskey(
        long id, String name, Instant addedAt, @Nullable Instant usedAt) {}
