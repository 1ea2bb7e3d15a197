package lv.kopa.web.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows, where one does
 */
@Serdeable
public record Page<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items,
        @Schema(requiredMode = NOT_REQUIRED) Optional<String> next) {

    /** A list that is short enough to be told whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, Optional.empty());
    }

    /**
     * The part that a cursor asks for.
     *
     * @param found what follows the cursor in the order of `place`, at best one more than it asks for, which shows that
     *     there is more
     */
    public static <T> Page<T> of(Cursor cursor, List<T> found, ToLongFunction<? super T> place) {
        if (found.size() <= cursor.size()) {
            return whole(found);
        }
        List<T> items = found.subList(0, cursor.size());
        return new Page<>(items, Optional.of(Cursor.after(place.applyAsLong(items.get(items.size() - 1)))));
    }
}
