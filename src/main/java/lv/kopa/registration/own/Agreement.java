package lv.kopa.registration.own;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import lv.kopa.registration.wish.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to, in which version of the text, and until when.
 *
 * @param withdrawnAt null while it stands
 */
@Introspected
public record Agreement(
        Purpose purpose,
        String textVersion,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {
    public boolean stands() {
        return withdrawnAt == null;
    }
}
