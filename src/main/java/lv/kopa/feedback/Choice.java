package lv.kopa.feedback;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

/** One of the answers that a question offers. */
@MappedEntity("feedback_choice")
public record Choice(
        @Id @GeneratedValue long id,
        long questionId,
        int position,
        @MappedProperty(converter = TranslatedColumn.class) Translated label) {

    /** As an answer has it. */
    public String value() {
        return Long.toString(id);
    }
}
