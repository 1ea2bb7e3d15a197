package lv.kopa.event;

/** Who finds a published event. */
public enum Visibility {
    /** Everybody: in lists and feeds. */
    PUBLIC,
    /** Who has its address. */
    UNLISTED,
    /** Who has its address sees it, who has its invitation link may register. */
    INVITATION
}
