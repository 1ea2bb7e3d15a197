package lv.kopa.event;

/** How far an event has come. */
public enum EventState {
    /** Only its organisers see it. */
    DRAFT,
    /** Announced. */
    PUBLISHED,
    /** Will not take place; stays visible and in calendars as cancelled. */
    CANCELLED,
    /** Over, and its organisers have closed it. */
    COMPLETED
}
