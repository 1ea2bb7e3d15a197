package lv.kopa.ical;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;

/**
 * What one person's calendar answers about one entry (RFC 5546, sections 3.2.3 and 3.2.7).
 *
 * @param method REPLY or COUNTER
 * @param uid of the entry
 * @param attendee the address of who answers, as it stands there
 * @param says the PARTSTAT, such as ACCEPTED
 * @param sequence of the invitation it answers
 * @param stamp when it was answered
 */
public record Reply(String method, String uid, String attendee, String says, int sequence, Instant stamp) {
    private static final List<String> METHODS = List.of("REPLY", "COUNTER");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /**
     * Reads a calendar that somebody sent.
     *
     * @return nothing where it is another message than an answer
     * @throws IllegalArgumentException if it is broken, or answers for several people or about several entries
     */
    public static Optional<Reply> read(String text) {
        try {
            Calendar calendar = new CalendarBuilder(new JdkZones()).build(new StringReader(text));
            String method = calendar.getProperty("METHOD")
                    .map(Property::getValue)
                    .orElse("")
                    .toUpperCase(Locale.ROOT);
            return METHODS.contains(method) ? Optional.of(reply(method, calendar)) : Optional.empty();
        } catch (IOException | ParserException | RuntimeException broken) { // the library throws many kinds
            throw new IllegalArgumentException("not a calendar that can be read", broken);
        }
    }

    private static Reply reply(String method, Calendar calendar) {
        List<CalendarComponent> events = calendar.getComponents("VEVENT");
        CalendarComponent event = only(events);
        Property attendee = only(event.getProperties("ATTENDEE"));
        if (event.getProperty("RECURRENCE-ID").isPresent()) {
            throw new IllegalArgumentException("about a part of what we never repeat");
        }
        return new Reply(
                method,
                value(event, "UID"),
                address(attendee.getValue()),
                attendee.getParameter("PARTSTAT")
                        .map(says -> says.getValue().toUpperCase(Locale.ROOT))
                        .orElse(""),
                event.getProperty("SEQUENCE")
                        .map(number -> Integer.parseInt(number.getValue()))
                        .orElse(0),
                stamp(value(event, "DTSTAMP")));
    }

    private static <T> T only(List<T> some) {
        if (some.size() != 1) {
            throw new IllegalArgumentException(some.size() + " instead of one");
        }
        return some.get(0);
    }

    private static String value(CalendarComponent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElseThrow();
    }

    private static String address(String value) {
        URI uri = URI.create(value);
        return "mailto".equalsIgnoreCase(uri.getScheme()) ? uri.getSchemeSpecificPart() : value;
    }

    private static Instant stamp(String value) {
        try {
            return UTC.withZone(ZoneOffset.UTC).parse(value, Instant::from);
        } catch (DateTimeParseException broken) {
            throw new IllegalArgumentException("no DTSTAMP in UTC", broken);
        }
    }
}
