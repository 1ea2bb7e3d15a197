package lv.kopa.feedback.answer;

import java.util.Locale;

/** Whether somebody can say what they think of an event. */
public enum Standing {
    ASKED,
    /** They have. */
    GIVEN,
    /** Not yet, or not any more. */
    CLOSED,
    /** Only those who were there are asked. */
    ABSENT;

    public boolean isAsked() {
        return this == ASKED;
    }

    /** The key of what is said of it. */
    public String textKey() {
        return "feedback.form." + name().toLowerCase(Locale.ROOT);
    }
}
