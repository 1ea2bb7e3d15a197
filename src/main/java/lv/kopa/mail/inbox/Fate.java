package lv.kopa.mail.inbox;

/** What becomes of a mail that was read. */
enum Fate {
    READ,
    /** Nothing could be made of it, or it was one too many; somebody may want to look. */
    ASIDE
}
