package lv.kopa.event.material;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import lv.kopa.event.Event;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Something to read for the people of an event: a file, or an address elsewhere.
 *
 * @param title what it is called; where it says nothing, by its file or address
 * @param forEverybody whether strangers see it too, on the event's page
 * @param toldAt when the people were told of it
 * @param version rises with every change, so that a second editor is noticed
 */
@MappedEntity("material")
public record Material(
        @Id @GeneratedValue long id,
        long eventId,
        int position,
        @MappedProperty(converter = TranslatedColumn.class) Translated title,
        @MappedProperty(converter = TranslatedColumn.class) Translated about,
        @Nullable String address,
        @Nullable Long fileId,
        Showing visible,
        boolean forEverybody,
        @Nullable Instant toldAt,
        int version,
        Instant createdAt) {

    public boolean isLink() {
        return address != null;
    }

    /** Whether it is time for it; an event that is off neither begins nor ends. */
    public boolean isShown(Event event, Instant now) {
        Instant start = event.startsAt();
        return switch (visible) {
            case AT_ONCE -> true;
            case FROM_START -> !event.isCancelled() && start != null && !now.isBefore(start);
            case AFTER_END -> !event.isCancelled() && event.isOver(now);
        };
    }
}
