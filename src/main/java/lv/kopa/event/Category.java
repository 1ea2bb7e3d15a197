package lv.kopa.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A kind of place in an event.
 *
 * @param categoryKey what programs call it
 * @param description whom it is for, and what is expected of them
 * @param places how many of the event's places it may fill; null for all of them
 */
@MappedEntity("category")
public record Category(
        @Id @GeneratedValue long id,
        long eventId,
        String categoryKey,
        @MappedProperty(converter = TranslatedColumn.class) Translated name,
        @MappedProperty(converter = TranslatedColumn.class) Translated description,
        int position,
        @Nullable Integer places,
        int placesTaken) {

    public Optional<Integer> placesLeft() {
        return Optional.ofNullable(places).map(total -> Math.max(0, total - placesTaken));
    }

    public boolean isFull() {
        return places != null && placesTaken >= places;
    }

    /** Whether somebody means it who types this: its key, or its name in any language. */
    public boolean isCalled(String typed) {
        return categoryKey.equalsIgnoreCase(typed.strip())
                || name.languages().stream().map(name::exactly).anyMatch(typed.strip()::equalsIgnoreCase);
    }
}
