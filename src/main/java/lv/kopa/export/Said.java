package lv.kopa.export;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an event by their name.
 *
 * @param choice what they chose, where they had a choice
 * @param yesNo whether they said yes or no
 * @param given what they answered else, as it is kept
 */
@MappedEntity("feedback_answer")
record Said(
        @Id long questionId,
        @MappedProperty(converter = TranslatedColumn.class) Translated label,

        @MappedProperty(converter = TranslatedColumn.class) @Nullable
        Translated choice,

        boolean yesNo,
        String given) {

    OwnData.Answered in(Texts texts) {
        return new OwnData.Answered(label.in(texts.language()), said(texts));
    }

    private String said(Texts texts) {
        if (yesNo) {
            return texts.get(given.equals("true") ? "web.yes" : "web.no");
        }
        return choice == null ? given : choice.in(texts.language());
    }
}
