package lv.kopa.ical;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;

/**
 * Writes calendars (RFC 5545) in UTF-8. The same input gives the same octets on every node, in every locale and default
 * time zone; entries stand in the order of their start, then of their UID.
 */
public final class Calendars {

    private static final int ANY_YEAR = 2025;

    private Calendars() {}

    /**
     * A feed to subscribe to: METHOD:PUBLISH, so each entry has an ORGANIZER and none an ATTENDEE (RFC 5546 §3.2.1). A
     * feed without entries is a calendar all the same.
     *
     * @throws IllegalArgumentException if two entries have one UID, or one has no organiser
     */
    public static byte[] feed(CalendarHeader header, List<CalendarEntry> entries) {
        List<CalendarEntry> ordered = ordered(entries);
        return written(
                CalendarProperties.ofFeed(header, ordered),
                ordered.isEmpty()
                        ? Stream.of(ZoneComponent.of(ZoneId.of(header.zoneName()), ANY_YEAR, ANY_YEAR))
                        : components(ordered, Calendars::publisher));
    }

    /**
     * A file to import or attach: no METHOD and no ORGANIZER, with which some programs write to the organiser that the
     * importer has accepted (RFC 5545 §3.8.4.3).
     *
     * @param language the language tag of the texts, such as {@code lv}
     * @throws IllegalArgumentException if there is no entry, or two have one UID
     */
    public static byte[] file(String language, List<CalendarEntry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A calendar file needs an entry");
        }
        return written(CalendarProperties.ofFile(language), components(ordered(entries), entry -> List.of()));
    }

    /**
     * A message about an entry: that somebody is to have it, or to have it no longer, which is so once it is cancelled.
     *
     * @param language the language tag of the texts, such as {@code lv}
     */
    public static CalendarMessage message(String language, CalendarEntry entry) {
        boolean cancelled = entry.status() == EntryStatus.CANCELLED;
        List<Property> properties = new ArrayList<>(CalendarProperties.ofFile(language));
        properties.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        String text = pieces(properties, components(List.of(entry), each -> List.of()))
                .collect(Collectors.joining());
        return new CalendarMessage(cancelled ? CalendarMessage.Method.CANCEL : CalendarMessage.Method.REQUEST, text);
    }

    private static List<CalendarEntry> ordered(List<CalendarEntry> entries) {
        var uids = new HashSet<String>();
        for (CalendarEntry entry : entries) {
            if (!uids.add(entry.uid())) {
                throw new IllegalArgumentException("Two entries have the UID " + entry.uid());
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(
                                (CalendarEntry entry) -> entry.when().startsAt())
                        .thenComparing(CalendarEntry::uid))
                .toList();
    }

    private static List<Property> publisher(CalendarEntry entry) {
        if (entry.organiser() == null) {
            throw new IllegalArgumentException("No organiser in a feed's entry " + entry.uid());
        }
        return List.of(People.organizer(entry.organiser()));
    }

    private static byte[] written(List<Property> properties, Stream<? extends CalendarComponent> components) {
        return Folding.folded(pieces(properties, components));
    }

    /**
     * Zones first, as some readers want them before their use; who takes part is what the methods of RFC 5546 differ
     * in.
     */
    private static Stream<CalendarComponent> components(
            List<CalendarEntry> entries, Function<CalendarEntry, List<Property>> people) {
        return Stream.concat(
                ZonesInUse.of(entries).stream(),
                entries.stream().map(entry -> EventComponent.of(entry, people.apply(entry))));
    }

    /**
     * A VCALENDAR piece by piece, lest thousands of entries be in memory at once; by toString, as CalendarOutputter is
     * slower and folds at 73 characters.
     */
    private static Stream<String> pieces(List<Property> properties, Stream<? extends CalendarComponent> components) {
        return Stream.of(
                        Stream.of("BEGIN:VCALENDAR\r\n", new PropertyList(properties).toString()),
                        components.map(CalendarComponent::toString),
                        Stream.of("END:VCALENDAR\r\n"))
                .flatMap(part -> part);
    }
}
