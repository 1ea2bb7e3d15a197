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

    /** The key of its name. */
    public String textKey() {
        return "registration.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
