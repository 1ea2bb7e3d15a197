package lv.kopa.event.question;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * One of the choices of a question.
 *
 * @param choiceKey what programs and conditions call it
 * @param places how many people with a place in the event may choose it; null for all of them
 * @param withdrawn offered no longer, though somebody chose it
 */
@MappedEntity("choice")
public record Choice(
        @Id @GeneratedValue long id,
        long questionId,
        String choiceKey,
        int position,
        @MappedProperty(converter = TranslatedColumn.class) Translated label,
        @Nullable Integer places,
        int placesTaken,
        boolean withdrawn) {

    public Optional<Integer> placesLeft() {
        return Optional.ofNullable(places).map(total -> Math.max(0, total - placesTaken));
    }

    public boolean isFull() {
        return places != null && placesTaken >= places;
    }
}
