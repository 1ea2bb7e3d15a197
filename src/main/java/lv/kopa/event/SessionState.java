package lv.kopa.event;

/** Whether a session takes place. */
public enum SessionState {
    PLANNED,
    /** Taken out of the programme after it was announced; calendars show it as cancelled. */
    CANCELLED
}
