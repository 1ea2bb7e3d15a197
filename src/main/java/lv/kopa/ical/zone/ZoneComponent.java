package lv.kopa.ical.zone;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) from the JDK's rules. iCal4j's own carry another name than asked for (Europe/Oslo
 * becomes Europe/Berlin) and a history that Outlook on the web refuses.
 */
public final class ZoneComponent {

    private final ZoneRules rules;
    private final int firstYear;
    private final int lastYear;

    private ZoneComponent(ZoneId zone, int firstYear, int lastYear) {
        this.rules = zone.getRules();
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** Covers the years of the entries and the one before, so that each time has a change before it to be read from. */
    public static VTimeZone of(ZoneId zone, int earliest, int latest) {
        var name = new PropertyList(List.of(new TzId(zone.getId()), new XProperty("X-LIC-LOCATION", zone.getId())));
        var changes = new ZoneComponent(zone, earliest - 1, latest).changes();
        return new VTimeZone(
                name, new ComponentList<>(changes.map(ClockChange::component).toList()));
    }

    private Stream<ClockChange> changes() {
        List<ClockChange> changes = new ArrayList<>();
        rules.getTransitions().stream()
                .filter(change -> isInRange(change.getDateTimeBefore()))
                .map(change -> ClockChange.once(change, rules))
                .forEach(changes::add);
        rules.getTransitionRules().forEach(rule -> changes.addAll(yearly(rule)));
        if (changes.stream().noneMatch(change -> change.at().getYear() <= firstYear)) {
            changes.add(beginning());
        }
        return changes.stream().sorted(Comparator.comparing(ClockChange::at));
    }

    private boolean isInRange(LocalDateTime at) {
        return at.getYear() >= firstYear && at.getYear() <= lastYear;
    }

    private ClockChange beginning() {
        var at = LocalDateTime.of(firstYear, Month.JANUARY, 1, 0, 0);
        return ClockChange.none(at, rules.getOffset(at));
    }

    private List<ClockChange> yearly(ZoneOffsetTransitionRule rule) {
        var years = IntStream.rangeClosed(firstYear, lastYear)
                .filter(year -> isAfterSingleChanges(rule.createTransition(year)))
                .boxed()
                .toList();
        if (years.isEmpty()) {
            return List.of();
        }
        var first = rule.createTransition(years.get(0));
        return YearlyRule.of(rule, years.get(0))
                .map(text -> List.of(ClockChange.yearly(first, rules, text)))
                .orElseGet(() -> years.stream()
                        .map(year -> ClockChange.once(rule.createTransition(year), rules))
                        .toList());
    }

    /** The JDK's yearly rules hold from its last single change on. */
    private boolean isAfterSingleChanges(ZoneOffsetTransition change) {
        List<ZoneOffsetTransition> single = rules.getTransitions();
        return single.isEmpty()
                || change.getInstant().isAfter(single.get(single.size() - 1).getInstant());
    }
}
