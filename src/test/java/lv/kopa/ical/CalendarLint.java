package lv.kopa.ical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stricter reader than any calendar program: the rules of RFC 5545, 5546 and 7986 that the validators of iCal4j and
 * libical leave out, and those of our own (items 1 to 24 and 30 to 32 of the checklist).
 */
public final class CalendarLint {

    private static final Pattern PRODID = Pattern.compile("-//[^/]+//[^/]+//[A-Z0-9-]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\[\\\\;,nN]");
    private static final List<String> TEXT_PROPERTIES =
            List.of("PRODID", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "UID", "SUMMARY", "DESCRIPTION", "LOCATION");

    private final ParsedComponent calendar;
    private final List<String> faults;

    private CalendarLint(ParsedComponent calendar, List<String> faults) {
        this.calendar = calendar;
        this.faults = faults;
    }

    /** What is wrong with a calendar, in words; nothing if it is clean. */
    public static List<String> faults(byte[] octets) {
        List<String> faults = new ArrayList<>();
        OctetLint.check(octets, faults);
        try {
            var root = ParsedCalendar.root(octets);
            if (root.parts().size() != 1
                    || root.parts("VCALENDAR").size() != 1
                    || !root.lines().isEmpty()) {
                faults.add("not one VCALENDAR and nothing else");
            } else {
                new CalendarLint(root.parts().get(0), faults).check();
            }
        } catch (IllegalArgumentException unreadable) {
            faults.add("unreadable: " + unreadable.getMessage());
        }
        return faults;
    }

    private void check() {
        checkHeader();
        checkAddresses(calendar);
        checkTexts(calendar);
        new ZoneLint(calendar, faults).check();
        var uids = new HashSet<String>();
        for (ParsedComponent event : calendar.parts("VEVENT")) {
            if (!uids.add(
                    event.value("UID").orElse("") + event.value("RECURRENCE-ID").orElse(""))) {
                faults.add("UID twice: " + event.value("UID").orElse(""));
            }
            new EventLint(event, calendar.value("METHOD").orElse(""), faults).check();
            checkAddresses(event);
            checkTexts(event);
        }
    }

    private void checkHeader() {
        fault(
                !calendar.value("VERSION").equals(Optional.of("2.0")) || calendar.count("VERSION") != 1,
                "no VERSION:2.0");
        fault(!PRODID.matcher(calendar.value("PRODID").orElse("")).matches(), "no PRODID -//owner//product//LANGUAGE");
        fault(!calendar.value("CALSCALE").equals(Optional.of("GREGORIAN")), "no CALSCALE:GREGORIAN");
        fault(calendar.count("METHOD") > 1, "METHOD twice");
        fault(
                calendar.value("METHOD")
                                .filter(method -> !method.equals("PUBLISH"))
                                .isPresent()
                        && calendar.parts("VEVENT").size() != 1,
                "a message about other than one entry");
        fault(calendar.count("UID") > 0, "a UID of the calendar, which makes vdirsyncer see one event");
        fault(calendar.parts().isEmpty(), "no component");
        fault(!calendar.value("NAME").equals(calendar.value("X-WR-CALNAME")), "NAME and X-WR-CALNAME differ");
        fault(
                !calendar.value("REFRESH-INTERVAL").equals(calendar.value("X-PUBLISHED-TTL")),
                "REFRESH-INTERVAL and X-PUBLISHED-TTL differ");
        requireValueType(calendar, "REFRESH-INTERVAL", "DURATION");
        boolean published = calendar.value("METHOD").equals(Optional.of("PUBLISH"));
        fault(published && calendar.count("NAME") != 1, "a feed without a NAME");
        fault(published && calendar.count("REFRESH-INTERVAL") != 1, "a feed without a REFRESH-INTERVAL");
    }

    private void checkAddresses(ParsedComponent component) {
        for (String property : List.of("URL", "SOURCE", "IMAGE", "CONFERENCE")) {
            for (ContentLine line : component.all(property)) {
                fault(!line.value().matches("https?://[\\x21-\\x7e]+"), "not a web address: " + line);
            }
        }
        for (String property : List.of("SOURCE", "IMAGE", "CONFERENCE")) {
            requireValueType(component, property, "URI");
        }
        for (ContentLine line : component.all("COLOR")) {
            fault(!line.value().matches("[a-z]+"), "COLOR is not the name of a colour");
        }
    }

    private void requireValueType(ParsedComponent component, String property, String type) {
        for (ContentLine line : component.all(property)) {
            fault(!line.parameter("VALUE").equals(Optional.of(type)), property + " without VALUE=" + type);
        }
    }

    private void checkTexts(ParsedComponent component) {
        for (String property : TEXT_PROPERTIES) {
            for (ContentLine line : component.all(property)) {
                fault(hasAny("\\;,", unescaped(line)), property + ": wrong escapes in " + line.value());
            }
        }
        for (ContentLine line : component.all("CATEGORIES")) {
            fault(hasAny("\\;", unescaped(line)), "CATEGORIES: wrong escapes in " + line.value());
            fault(line.texts().stream().anyMatch(text -> text.contains(",")), "a comma inside a category");
        }
    }

    private static String unescaped(ContentLine line) {
        return ESCAPE.matcher(line.value()).replaceAll("");
    }

    private static boolean hasAny(String signs, String text) {
        return text.chars().anyMatch(character -> signs.indexOf(character) >= 0);
    }

    private void fault(boolean broken, String words) {
        if (broken) {
            faults.add(words);
        }
    }
}
