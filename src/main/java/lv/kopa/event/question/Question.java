package lv.kopa.event.question;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.List;
import lv.kopa.text.Lines;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser asks beyond name and address.
 *
 * @param questionKey what programs, and the conditions of other questions, call it
 * @param sensitive whether few may see the answer, and not for long: diet, health, access needs
 * @param categories the keys of the kinds of place it is asked for; none for all of them
 * @param shownIf what earlier answers have to be for it to be asked, all of it
 * @param countsAs what its answers tell the report of a project; null for nothing
 * @param withdrawn asked no longer, though there are answers to it
 */
@MappedEntity("question")
public record Question(
        @Id @GeneratedValue long id,
        long eventId,
        String questionKey,
        int position,
        QuestionType type,
        @MappedProperty(converter = TranslatedColumn.class) Translated label,
        @MappedProperty(converter = TranslatedColumn.class) Translated help,
        @MappedProperty("is_required") boolean required,
        @MappedProperty("is_sensitive") boolean sensitive,
        Stage stage,
        @MappedProperty(converter = Lines.class) List<String> categories,
        @MappedProperty(converter = ConditionsColumn.class) List<Condition> shownIf,
        @Nullable Trait countsAs,
        boolean withdrawn) {

    /** The name of its field in forms, and of its faults. */
    public String field() {
        return field(questionKey);
    }

    public static String field(String key) {
        return "answers." + key;
    }

    /** Where the file that somebody answered with is found, below the page about them. */
    public String fileBelow(String page) {
        return page + "/answers/" + questionKey + "/file";
    }

    /** Whether it is asked with the registration, and not only of those who have a place. */
    public boolean isAskedAtOnce() {
        return stage == Stage.REGISTRATION;
    }

    /** Whether it may be asked of people of this category, by its key. */
    public boolean isFor(@Nullable String category) {
        return categories.isEmpty() || (category != null && categories.contains(category));
    }

    boolean isMetBy(Answers answers) {
        return shownIf.stream().allMatch(condition -> condition.isMetBy(answers.to(condition.question())));
    }

    /** The same as something that may be said with the registration, and need not be. */
    Question volunteered() {
        return new Question(
                id,
                eventId,
                questionKey,
                position,
                type,
                label,
                help,
                false,
                sensitive,
                Stage.REGISTRATION,
                categories,
                shownIf,
                countsAs,
                withdrawn);
    }
}
