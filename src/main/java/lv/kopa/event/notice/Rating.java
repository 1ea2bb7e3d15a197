package lv.kopa.event.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

/**
 * What people thought of an event.
 *
 * @param label what they were asked
 * @param average from 1 to 5
 * @param number how many said it
 */
@MappedEntity("feedback_question")
public record Rating(
        @Id long id,
        @MappedProperty(converter = TranslatedColumn.class) Translated label,
        double average,
        long number) {}
