package lv.kopa.event.question;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question wants. */
public enum QuestionType {
    /** One line. */
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    YES_NO,
    /** One of several choices. */
    CHOICE,
    /** As many of several choices as apply. */
    CHOICES,
    EMAIL,
    PHONE,
    /** One of the countries of ISO 3166. */
    COUNTRY;

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether its answers can be compared by size. */
    public boolean isOrdered() {
        return this == NUMBER || this == DATE;
    }

    public boolean isYesNo() {
        return this == YES_NO;
    }

    /** The type of the HTML input for it. */
    public String input() {
        return switch (this) {
            case DATE -> "date";
            case EMAIL -> "email";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    /** The keyboard that a phone shows for it; null for that of its input. */
    public @Nullable String keyboard() {
        return this == NUMBER ? "decimal" : null;
    }

    /** The key of its name. */
    public String textKey() {
        return "question.type." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
