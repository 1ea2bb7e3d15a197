package lv.kopa.event.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

/**
 * A picture that goes with what organisers tell of an event.
 *
 * @param name as its address has it
 * @param shows what is to be seen on it
 */
@MappedEntity("outcome_picture")
public record OutcomePicture(
        @Id long id,
        String name,
        @MappedProperty(converter = TranslatedColumn.class) Translated shows) {

    /** Where it is found, of an event. */
    public String path(String event) {
        return "/events/" + event + "/outcome/" + name;
    }
}
