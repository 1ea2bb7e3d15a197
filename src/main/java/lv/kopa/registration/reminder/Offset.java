package lv.kopa.registration.reminder;

import java.time.ZonedDateTime;
import java.util.Locale;

/** How long before or after what. Days are days on the wall, whatever the clocks do in between. */
public record Offset(int amount, Unit unit, Side side) {
    public enum Unit {
        DAYS,
        HOURS
    }

    /** Before the beginning, or after the end. */
    public enum Side {
        BEFORE_EVENT,
        AFTER_EVENT,
        BEFORE_SESSION,
        AFTER_SESSION;

        boolean isBefore() {
            return this == BEFORE_EVENT || this == BEFORE_SESSION;
        }

        /** Whether each session has its own. */
        boolean isOfSessions() {
            return this == BEFORE_SESSION || this == AFTER_SESSION;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The key of how it is said of an amount. */
    public String textKey() {
        return "reminder.is." + side.key() + (unit == Unit.DAYS ? ".days" : ".hours");
    }

    ZonedDateTime from(ZonedDateTime bound) {
        int signed = side.isBefore() ? -amount : amount;
        return unit == Unit.DAYS ? bound.plusDays(signed) : bound.plusHours(signed);
    }
}
