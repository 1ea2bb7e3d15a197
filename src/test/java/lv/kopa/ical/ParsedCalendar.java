package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** Reads what we write, with no help of iCal4j. */
final class ParsedCalendar {

    private ParsedCalendar() {}

    static ParsedComponent root(byte[] octets) {
        return ParsedComponent.root(lines(octets));
    }

    static ParsedComponent of(byte[] octets) {
        return root(octets).parts("VCALENDAR").get(0);
    }

    static List<ParsedComponent> events(byte[] octets) {
        return of(octets).parts("VEVENT");
    }

    private static List<ContentLine> lines(byte[] octets) {
        String unfolded = new String(octets, UTF_8).replace("\r\n ", "").replace("\r\n\t", "");
        return Arrays.stream(unfolded.split("\r\n")).map(ContentLine::parse).toList();
    }
}
