package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.ical.zone.ZoneComponent;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;

/**
 * Writes calendars (RFC 5545) in UTF-8. The same input gives the same octets on every node, in every locale and default
 * time zone; entries stand in the order of their start, then of their UID.
 */
public final class Calendars {

    private static final int ANY_YEAR = 2025;
    private static final int USUAL_LENGTH = 640;
    private static final String END = "END:VCALENDAR\r\n";

    private Calendars() {}

    /**
     * A feed to subscribe to: METHOD:PUBLISH, so each entry has an ORGANIZER and none an ATTENDEE (RFC 5546 §3.2.1). A
     * feed without entries is a calendar all the same.
     *
     * @throws IllegalArgumentException if two entries have one UID, or one has no organiser
     */
    public static byte[] feed(CalendarHeader header, List<CalendarEntry> entries) {
        return feedOf(header, body(entries.stream().map(Calendars::piece).toList()));
    }

    /** The same of entries that were written before. */
    public static byte[] feedOf(CalendarHeader header, CalendarBody body) {
        List<VTimeZone> zones = body.isEmpty()
                ? List.of(ZoneComponent.of(ZoneId.of(header.zoneName()), ANY_YEAR, ANY_YEAR))
                : ZonesInUse.of(body.zones());
        return joined(beginning(CalendarProperties.ofFeed(header, body.changedAt()), zones), body);
    }

    /**
     * An entry as it stands in every feed.
     *
     * @throws IllegalArgumentException if it has no organiser
     */
    public static CalendarPiece piece(CalendarEntry entry) {
        if (entry.organiser() == null) {
            throw new IllegalArgumentException("No organiser in a feed's entry " + entry.uid());
        }
        return piece(entry, List.of(People.organizer(entry.organiser())));
    }

    /** Who takes part is what the methods of RFC 5546 differ in. */
    private static CalendarPiece piece(CalendarEntry entry, List<Property> people) {
        return CalendarPiece.of(
                entry, Folding.folded(EventComponent.of(entry, people).toString()));
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
        CalendarBody body =
                body(entries.stream().map(entry -> piece(entry, List.of())).toList());
        return joined(beginning(CalendarProperties.ofFile(language), ZonesInUse.of(body.zones())), body);
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
        List<VTimeZone> zones =
                ZonesInUse.of(body(List.of(piece(entry, List.of()))).zones());
        String text = beginning(properties, zones) + EventComponent.of(entry, List.of()) + END;
        return new CalendarMessage(cancelled ? CalendarMessage.Method.CANCEL : CalendarMessage.Method.REQUEST, text);
    }

    private static CalendarBody body(List<CalendarPiece> pieces) {
        var uids = new HashSet<String>();
        for (CalendarPiece piece : pieces) {
            if (!uids.add(piece.uid())) {
                throw new IllegalArgumentException("Two entries have the UID " + piece.uid());
            }
        }
        var octets = new ByteArrayOutputStream(pieces.size() * USUAL_LENGTH);
        pieces.stream().sorted(CalendarPiece.ORDER).forEachOrdered(piece -> octets.writeBytes(piece.octets()));
        return new CalendarBody(
                octets.toByteArray(),
                pieces.stream()
                        .map(CalendarPiece::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                pieces.stream()
                        .flatMap(piece -> Stream.ofNullable(piece.zone()))
                        .toList());
    }

    /** Zones first, as some readers want them before their use; by toString, as CalendarOutputter folds at 73 characters. */
    private static String beginning(List<Property> properties, List<VTimeZone> zones) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\n").append(new PropertyList(properties));
        zones.forEach(text::append);
        return text.toString();
    }

    private static byte[] joined(String beginning, CalendarBody body) {
        byte[] above = Folding.folded(beginning);
        byte[] end = END.getBytes(UTF_8);
        var whole = new ByteArrayOutputStream(above.length + body.octets().length + end.length);
        whole.writeBytes(above);
        whole.writeBytes(body.octets());
        whole.writeBytes(end);
        return whole.toByteArray();
    }
}
