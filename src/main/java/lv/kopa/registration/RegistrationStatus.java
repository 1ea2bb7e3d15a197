package lv.kopa.registration;

import java.util.Locale;

/** Where a registration stands. */
public enum RegistrationStatus {
    /** An organiser has yet to say yes or no. */
    AWAITING_APPROVAL,
    /** It has a place. */
    CONFIRMED,
    /** It gets the next place that is free for it. */
    WAITING,
    /** An organiser said no. */
    DECLINED,
    /** The person, or an organiser for them, gave it up. */
    CANCELLED;

    /** Whether it still has, or may still get, a place. */
    public boolean isLive() {
        return this != DECLINED && this != CANCELLED;
    }

    /** Its name in addresses and in the keys of texts: `awaiting-approval`. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name. */
    public String textKey() {
        return "registration.status." + key();
    }

    /** The CSS class of its look. */
    public String look() {
        return this == AWAITING_APPROVAL ? "pending" : key();
    }
}
