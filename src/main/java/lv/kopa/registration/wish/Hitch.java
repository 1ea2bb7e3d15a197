package lv.kopa.registration.wish;

/** What keeps a form from being taken, although nothing in it is wrong. */
public enum Hitch {
    NONE,
    /** So many come from its network that the browser is to calculate first. */
    CROWD,
    /** Nobody can register now. */
    CLOSED
}
