package lv.kopa.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lv.kopa.text.Refusal;

/** There is no such registration, or none any more for this link, or this reader may not know of it. */
public final class UnknownRegistration extends Refusal {
    private static final long serialVersionUID = 1L;

    private final boolean ended;

    public UnknownRegistration() {
        super("registration.unknown");
        this.ended = false;
    }

    private UnknownRegistration(Ending ending) {
        super("registration.ended." + ending.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.ended = true;
    }

    /** Why links open nothing any more. */
    private enum Ending {
        HANDED_OVER,
        ERASED,
        RENEWED,
        /** The registration has another address by now, and that has the link. */
        MOVED,
        /** A change of the address was taken back by it. */
        TAKEN_BACK,
        /** Whoever had the address before said that it was rightly changed. */
        AGREED,
        /** The time to take a change of the address back is over. */
        TOO_LATE,
        /** The calendar of an address has another one since. */
        FEED_RENEWED
    }

    /** @param ending the name of why the link has ended, if it ever opened anything */
    public static UnknownRegistration because(Optional<String> ending) {
        return Arrays.stream(Ending.values())
                .filter(known -> ending.filter(known.name()::equals).isPresent())
                .findFirst()
                .map(UnknownRegistration::new)
                .orElseGet(UnknownRegistration::new);
    }

    @Override
    public Kind kind() {
        return ended ? Kind.GONE : Kind.UNKNOWN;
    }
}
