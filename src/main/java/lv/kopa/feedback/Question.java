package lv.kopa.feedback;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

/** Something that people are asked about an event. */
@MappedEntity("feedback_question")
public record Question(
        @Id @GeneratedValue long id,
        long eventId,
        int position,
        Kind kind,
        @MappedProperty(converter = TranslatedColumn.class) Translated label,
        @MappedProperty("is_required") boolean required) {

    /** The name of its field in forms. */
    public String field() {
        return "q" + id;
    }
}
