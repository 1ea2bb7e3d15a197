package lv.kopa.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of one VEVENT. */
final class EventLint {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern UTC = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{8}T\\d{6}");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern GEO = Pattern.compile("-?\\d+\\.\\d+;-?\\d+\\.\\d+");

    private final ParsedComponent event;
    private final String method;
    private final List<String> faults;
    private final String uid;

    EventLint(ParsedComponent event, String method, List<String> faults) {
        this.event = event;
        this.method = method;
        this.faults = faults;
        this.uid = event.value("UID").orElse("?");
    }

    void check() {
        for (String property :
                List.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "TRANSP")) {
            fault(event.count(property) != 1, event.count(property) + " " + property);
        }
        fault(!uid.matches("[\\x21-\\x7e]{1,255}"), "UID is not 1 to 255 of ASCII");
        fault(!event.value("SEQUENCE").orElse("").matches("\\d+"), "SEQUENCE is not a number");
        for (String stamp : List.of("DTSTAMP", "CREATED", "LAST-MODIFIED")) {
            event.line(stamp).ifPresent(line -> fault(!UTC.matcher(line.value()).matches(), stamp + " is not in UTC"));
        }
        event.line("GEO").ifPresent(geo -> fault(!GEO.matcher(geo.value()).matches(), "GEO is not lat;lon"));
        checkPeople();
        event.line("DTSTART").ifPresent(start -> event.line("DTEND").ifPresent(end -> checkTimes(start, end)));
        checkTransparency();
    }

    private void checkPeople() {
        int organisers = event.count("ORGANIZER");
        int attendees = event.count("ATTENDEE");
        switch (method) {
            case "" -> fault(organisers + attendees > 0, "ORGANIZER or ATTENDEE without METHOD");
            case "PUBLISH" -> {
                fault(organisers != 1, organisers + " ORGANIZER in a published entry");
                fault(attendees != 0, attendees + " ATTENDEE in a published entry");
            }
            default -> fault(organisers != 1 || attendees != 1, "an invitation has one ORGANIZER and one ATTENDEE");
        }
        fault(method.equals("CANCEL") && !event.parts("VALARM").isEmpty(), "an alarm in a cancellation");
        event.all("ATTENDEE").forEach(this::checkAttendee);
        fault(
                method.equals("CANCEL") != event.value("STATUS").equals(Optional.of("CANCELLED")) && !isPublished(),
                "CANCEL and STATUS:CANCELLED go together");
        event.all("ORGANIZER")
                .forEach(line -> fault(!line.value().matches("mailto:[^@\\s]+@[^@\\s]+"), "ORGANIZER is not a mailto"));
    }

    private boolean isPublished() {
        return method.isEmpty() || method.equals("PUBLISH");
    }

    private void checkAttendee(ContentLine line) {
        fault(!line.value().matches("mailto:[^@\\s]+@[^@\\s]+"), "ATTENDEE is not a mailto");
        fault(line.parameter("CN").isEmpty(), "ATTENDEE without CN");
        Map.of("CUTYPE", "INDIVIDUAL", "ROLE", "REQ-PARTICIPANT", "PARTSTAT", "NEEDS-ACTION", "RSVP", "TRUE")
                .forEach((name, value) -> fault(
                        !line.parameter(name).equals(Optional.of(value)), "ATTENDEE without " + name + "=" + value));
    }

    private void checkTimes(ContentLine start, ContentLine end) {
        checkTime(start);
        checkTime(end);
        fault(
                !start.parameters().equals(end.parameters())
                        || start.value().length() != end.value().length(),
                "DTSTART and DTEND are of different types");
        fault(start.value().compareTo(end.value()) >= 0, "DTEND is not after DTSTART");
    }

    private void checkTime(ContentLine time) {
        Optional<String> zone = time.parameter("TZID");
        if (isDate(time)) {
            fault(!DATE.matcher(time.value()).matches() || zone.isPresent(), "not a date: " + time.value());
        } else if (UTC.matcher(time.value()).matches()) {
            fault(zone.isPresent(), "TZID on a time in UTC");
        } else if (!LOCAL_TIME.matcher(time.value()).matches()) {
            faults.add(uid + ": not a time: " + time.value());
        } else if (zone.isEmpty()) {
            faults.add(uid + ": a floating time " + time.value());
        } else {
            checkLocalTime(LocalDateTime.parse(time.value(), LOCAL), zone.get());
        }
    }

    private void checkLocalTime(LocalDateTime time, String zone) {
        fault(zone.matches("Z|UTC|GMT|Etc/.*|[+-].*"), "TZID " + zone + " is not a place");
        try {
            boolean clear = ZoneId.of(zone).getRules().getValidOffsets(time).size() == 1;
            fault(!clear, "the clock of " + zone + " shows " + time + " twice or never");
        } catch (DateTimeException unknown) {
            faults.add(uid + ": TZID " + zone + " is unknown");
        }
    }

    private void checkTransparency() {
        boolean free = event.line("DTSTART").filter(EventLint::isDate).isPresent()
                || event.value("STATUS").equals(Optional.of("CANCELLED"));
        String expected = free ? "TRANSPARENT" : "OPAQUE";
        event.value("TRANSP").ifPresent(found -> fault(!found.equals(expected), "TRANSP is not " + expected));
    }

    private static boolean isDate(ContentLine time) {
        return time.parameter("VALUE").equals(Optional.of("DATE"));
    }

    private void fault(boolean broken, String words) {
        if (broken) {
            faults.add(uid + ": " + words);
        }
    }
}
