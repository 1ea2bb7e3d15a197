package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.EntryStatus;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.text.Texts;

/**
 * What a registration puts into the calendar of all that its person registered for: what its own file has, and before
 * there is a place the same as everybody sees, marked as tentative.
 */
@Singleton
class OwnEntries {
    private final OwnCalendar own;
    private final EventCalendar calendar;
    private final Registrations registrations;

    OwnEntries(OwnCalendar own, EventCalendar calendar, Registrations registrations) {
        this.own = own;
        this.calendar = calendar;
        this.registrations = registrations;
    }

    List<CalendarEntry> of(Registration registration, EventDetails event) {
        return registration.status().isLive() && !registration.isConfirmed()
                ? hopes(registration, event)
                : own.entries(registration, event);
    }

    private List<CalendarEntry> hopes(Registration registration, EventDetails event) {
        List<Long> chosen = registrations.chosenSessions(registration);
        List<String> uids = Stream.concat(
                        Stream.of(event.event().uid()),
                        event.sessions().stream()
                                .filter(session -> session.isFor(chosen))
                                .map(Session::uid))
                .toList();
        return calendar.open(event, registration.reader()).stream()
                .filter(entry -> uids.contains(entry.uid()))
                .map(entry -> hope(entry, registration))
                .toList();
    }

    private static CalendarEntry hope(CalendarEntry entry, Registration registration) {
        String standing =
                Texts.in(registration.reader()).get(registration.status().textKey());
        return entry.as(entry.uid(), entry.revision().changedAlso(registration.changedAt()))
                .withSummary(entry.details().summary() + " (" + standing + ")")
                .withStatus(entry.status() == EntryStatus.CANCELLED ? EntryStatus.CANCELLED : EntryStatus.TENTATIVE);
    }
}
