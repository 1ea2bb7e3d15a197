package lv.kopa.registration.undo;

import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on whom an organiser decided with others.
 *
 * @param categoryId the kind of place they wished for most
 * @param others the further ones they would have taken, by commas
 * @param revision of the registration once it was decided
 * @param known the event as they knew it who had yet to hear of changes; null where they knew it as it was
 * @param fate what became of them when that was undone
 */
@Introspected
record Decided(
        long registrationId,
        @Nullable Long categoryId,
        String others,
        int revision,
        @Nullable String known,
        @Nullable Fate fate) {
    List<Long> otherCategories() {
        return Arrays.stream(others.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
