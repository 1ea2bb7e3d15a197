package lv.kopa.ical;

import java.util.regex.Pattern;

/**
 * A message about one entry to one person (RFC 5546), but for who sends it and who gets it: that is known only when it
 * is sent, since the one is whom the mail comes from, the other whom it goes to, and programs compare.
 *
 * @param text the calendar without ORGANIZER and ATTENDEE, its lines not folded yet
 */
public record CalendarMessage(Method method, String text) {

    private static final Pattern METHOD = Pattern.compile("\r\nMETHOD:(REQUEST|CANCEL)\r\n");
    private static final String END = "END:VEVENT\r\n";

    /** What it asks of the calendar that gets it. */
    public enum Method {
        /** To have the entry, or to have it as it is now (§3.2.2). */
        REQUEST,
        /** To have it no longer (§3.2.5). */
        CANCEL
    }

    /** Reads what was kept of a message as its text. */
    public static CalendarMessage read(String text) {
        var method = METHOD.matcher(text);
        if (!method.find()) {
            throw new IllegalArgumentException("No message about an entry");
        }
        return new CalendarMessage(Method.valueOf(method.group(1)), text);
    }

    /** What is sent, in UTF-8. What people typed begins no line, so the entry has one end, and its people go before it. */
    public byte[] between(Organiser organiser, Attendee attendee) {
        String people = People.organizer(organiser).toString() + People.attendee(attendee);
        return Folding.folded(text.replace("\r\n" + END, "\r\n" + people + END));
    }
}
