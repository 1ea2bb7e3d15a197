package lv.kopa.event.question;

/** When a question is asked. */
public enum Stage {
    /** With the registration itself. */
    REGISTRATION,
    /** Once the person has a place. */
    CONFIRMED
}
