package lv.kopa.registration.consent;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import lv.kopa.registration.wish.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to, in which version of the text, and until when.
 *
 * @param text what it says in the person's language, names left out; null where it was not kept
 * @param textSince since when the text says that; null where it was not kept
 * @param withdrawnAt null while it stands
 */
@Introspected
public record Agreement(
        Purpose purpose,
        String textVersion,
        @Nullable String text,
        @Nullable Instant textSince,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {
    public boolean stands() {
        return withdrawnAt == null;
    }
}
