package lv.kopa.registration.entry;

import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.ical.Calendars;

/**
 * Something that one mail is to do to its reader's calendar.
 *
 * @param sent as it is from then on
 * @param content what it puts there or takes away
 */
public record Dispatch(SentEntry sent, CalendarEntry content, CalendarMessage message) {

    static Dispatch of(SentEntry sent, CalendarEntry wanted, String language) {
        CalendarEntry content = wanted.as(sent.uid(), sent.revision());
        return new Dispatch(sent, content, Calendars.message(language, content));
    }

    /** Whether it takes something away. */
    public boolean isCancellation() {
        return message.method() == CalendarMessage.Method.CANCEL;
    }

    /** Names the mail that brings it, among all mails. */
    public String mailKey() {
        return sent.uid() + ":" + sent.sequence();
    }
}
