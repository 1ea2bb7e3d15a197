package lv.kopa.ical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of VTIMEZONEs, and that each that is used is there and no other. */
final class ZoneLint {

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{4}");
    private static final Pattern YEARLY = Pattern.compile("FREQ=YEARLY;BYMONTH=\\d{1,2}"
            + "(;BYDAY=-?\\d(MO|TU|WE|TH|FR|SA|SU)|;BYMONTHDAY=\\d+(,\\d+)*(;BYDAY=(MO|TU|WE|TH|FR|SA|SU))?)");

    private final ParsedComponent calendar;
    private final List<String> faults;

    ZoneLint(ParsedComponent calendar, List<String> faults) {
        this.calendar = calendar;
        this.faults = faults;
    }

    void check() {
        var declared = calendar.parts("VTIMEZONE").stream()
                .map(zone -> zone.value("TZID").orElse("?"))
                .toList();
        Set<String> used = calendar.parts("VEVENT").stream()
                .flatMap(event -> event.lines().stream())
                .flatMap(line -> line.parameter("TZID").stream())
                .collect(Collectors.toSet());
        fault(new HashSet<>(declared).size() != declared.size(), "a VTIMEZONE twice");
        fault(!declared.containsAll(used), "TZID without VTIMEZONE: " + used + " of " + declared);
        boolean empty = calendar.parts("VEVENT").isEmpty();
        fault(!empty && !used.containsAll(declared), "unused VTIMEZONE: " + declared + ", used " + used);
        calendar.parts("VTIMEZONE").forEach(this::checkZone);
    }

    private void checkZone(ParsedComponent zone) {
        String id = zone.value("TZID").orElse("?");
        fault(!zone.value("X-LIC-LOCATION").equals(Optional.of(id)), id + ": X-LIC-LOCATION is not the TZID");
        fault(zone.parts().isEmpty(), id + ": neither STANDARD nor DAYLIGHT");
        for (String kind : List.of("STANDARD", "DAYLIGHT")) {
            long yearly = zone.parts(kind).stream()
                    .filter(part -> part.count("RRULE") > 0)
                    .count();
            fault(yearly > 1, id + ": Outlook takes one yearly " + kind);
        }
        zone.parts().forEach(part -> checkChange(part, id));
        calendar.parts("VEVENT").stream()
                .flatMap(event -> event.all("DTSTART").stream())
                .filter(start -> start.parameter("TZID").equals(Optional.of(id)))
                .forEach(start -> fault(
                        firstOnset(zone).compareTo(start.value()) > 0, id + ": no change before " + start.value()));
    }

    private void checkChange(ParsedComponent part, String zone) {
        for (String offset : List.of("TZOFFSETFROM", "TZOFFSETTO")) {
            boolean whole = OFFSET.matcher(part.value(offset).orElse("")).matches();
            fault(!whole, zone + ": " + offset + " is not in whole minutes");
        }
        fault(!part.value("DTSTART").orElse("").matches("\\d{8}T\\d{6}"), zone + ": DTSTART is not local");
        part.value("RRULE").ifPresent(rule -> fault(!YEARLY.matcher(rule).matches(), zone + ": RRULE " + rule));
    }

    private static String firstOnset(ParsedComponent zone) {
        List<String> onsets = new ArrayList<>(List.of("9"));
        Stream.of(zone.parts("STANDARD"), zone.parts("DAYLIGHT"))
                .flatMap(List::stream)
                .forEach(part -> part.value("DTSTART").ifPresent(onsets::add));
        return onsets.stream().min(String::compareTo).orElseThrow();
    }

    private void fault(boolean broken, String words) {
        if (broken) {
            faults.add(words);
        }
    }
}
