package lv.kopa.ical.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * A STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5).
 *
 * @param at what the clock showed when it was changed
 * @param rule RRULE where it happens each year
 */
record ClockChange(
        LocalDateTime at,
        ZoneOffset from,
        ZoneOffset to,
        boolean daylight,
        @Nullable String rule) {

    static ClockChange once(ZoneOffsetTransition change, ZoneRules rules) {
        return of(change, rules, null);
    }

    /** No change, only the time that held at the beginning. */
    static ClockChange none(LocalDateTime at, ZoneOffset offset) {
        return new ClockChange(at, offset, offset, false, null);
    }

    static ClockChange yearly(ZoneOffsetTransition first, ZoneRules rules, String rule) {
        return of(first, rules, rule);
    }

    private static ClockChange of(ZoneOffsetTransition change, ZoneRules rules, @Nullable String rule) {
        Instant instant = change.getInstant();
        return new ClockChange(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                rules.isDaylightSavings(instant),
                rule);
    }

    static LocalDateTime localTime(ZoneOffsetTransitionRule rule, int year) {
        return rule.createTransition(year).getDateTimeBefore();
    }

    Observance component() {
        List<Property> properties =
                new ArrayList<>(List.of(new DtStart<>(at), new TzOffsetFrom(from), new TzOffsetTo(to)));
        if (rule != null) {
            properties.add(new Yearly(rule));
        }
        var list = new PropertyList(properties);
        return daylight ? new Daylight(list) : new Standard(list);
    }

    /** iCal4j reads a rule in the calendar system of the JVM's locale, and fails where the JDK has none for it. */
    private static final class Yearly extends RRule<LocalDateTime> {

        private final String rule;

        Yearly(String rule) {
            super(Frequency.YEARLY);
            this.rule = rule;
        }

        @Override
        public String toString() {
            return "RRULE:" + rule + "\r\n";
        }
    }
}
