package lv.kopa.event;

/** What a registration needs before it can take a place. */
public enum Approval {
    /** Nothing. */
    AUTOMATIC,
    /** An organiser's word. */
    MANUAL
}
