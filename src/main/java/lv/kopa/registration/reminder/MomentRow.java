package lv.kopa.registration.reminder;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment that has come; `doneAt` as soon as everybody was reminded. */
@Introspected
record MomentRow(
        long reminderId,
        long sessionId,
        Instant aboutAt,
        @Nullable Instant doneAt) {}
