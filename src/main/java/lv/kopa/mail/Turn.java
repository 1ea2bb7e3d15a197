package lv.kopa.mail;

/** Which mail goes before which where more is due than a mail server takes at once. */
public enum Turn {
    /** What one person may be waiting for: first. */
    OWN(0),
    /** News of an event to all of its people: urgent, but not to hold up what somebody is waiting for. */
    EVENT(2),
    /** What can wait for both. */
    BULK(1);

    /** All of them as they are kept, in SQL. */
    public static final String ALL = "(0, 1, 2)";

    private final int number;

    /** @param number as it is kept; the column knew but no and yes before */
    Turn(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static Turn of(int number) {
        for (Turn turn : values()) {
            if (turn.number == number) {
                return turn;
            }
        }
        throw new IllegalArgumentException("no turn of a mail: " + number);
    }
}
