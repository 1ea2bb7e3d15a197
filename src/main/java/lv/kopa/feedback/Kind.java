package lv.kopa.feedback;

import java.util.Locale;

/** What kind of answer a question about an event wants. */
public enum Kind {
    /** From 1, poor, to 5, very good. */
    RATING,
    YES_NO,
    /** One of several choices. */
    CHOICE,
    /** As many of several choices as apply. */
    CHOICES,
    TEXT;

    /** The best there is. */
    public static final int BEST = 5;

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES;
    }

    public boolean isText() {
        return this == TEXT;
    }

    /** The key of its name. */
    public String textKey() {
        return this == RATING
                ? "feedback.kind.rating"
                : "question.type."
                        + (this == TEXT
                                ? "long-text"
                                : name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
