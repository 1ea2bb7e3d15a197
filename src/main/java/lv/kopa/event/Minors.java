package lv.kopa.event;

/** Whether people under 18 may take part. */
public enum Minors {
    /** Nobody is asked. */
    NOT_ASKED,
    /** Everybody is asked; for whoever is under 18 a guardian has to agree. */
    ASKED,
    /** Everybody has to say that they are 18 or older. */
    ADULTS_ONLY
}
