package lv.kopa.ical;

/** Whether an entry takes place, as STATUS says it (RFC 5545 §3.8.1.11). */
public enum EntryStatus {
    /** It takes place. */
    CONFIRMED,
    /** It may: a person on the waiting list, an event not yet certain. */
    TENTATIVE,
    /** It was announced and does not take place; the entry stays, so that programs which hold it learn so. */
    CANCELLED
}
