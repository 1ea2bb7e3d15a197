package lv.kopa.event.question;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers to a question tell the report of a project of those who came. */
public enum Trait {
    COUNTRY(QuestionType.COUNTRY),
    AGE_GROUP(QuestionType.CHOICE),
    GENDER(QuestionType.CHOICE);

    private final QuestionType type;

    Trait(QuestionType type) {
        this.type = type;
    }

    /** Whether answers of this type can tell it: one of few, and the same for all whom it is true of. */
    public boolean isToldBy(QuestionType answers) {
        return type == answers;
    }

    /** The one that is meant by a name. */
    public static Optional<Trait> of(String typed) {
        return Stream.of(values())
                .filter(trait -> trait.name().equalsIgnoreCase(typed.strip()))
                .findFirst();
    }

    /** The key of its name. */
    public String textKey() {
        return "question.counts-as." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
