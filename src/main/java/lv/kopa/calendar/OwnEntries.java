package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Details;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Revision;
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
        Texts texts = Texts.in(registration.reader());
        Revision revision = entry.revision();
        Instant changed = revision.changedAt().isAfter(registration.changedAt())
                ? revision.changedAt()
                : registration.changedAt();
        Details open = entry.details();
        String standing = texts.get(registration.status().textKey());
        return new CalendarEntry(
                entry.uid(),
                new Revision(revision.sequence(), revision.createdAt(), changed),
                entry.when(),
                new Details(
                        open.summary() + " (" + standing + ")",
                        open.description(),
                        open.location(),
                        open.url(),
                        open.categories()),
                entry.status() == EntryStatus.CANCELLED ? EntryStatus.CANCELLED : EntryStatus.TENTATIVE,
                entry.organiser());
    }
}
