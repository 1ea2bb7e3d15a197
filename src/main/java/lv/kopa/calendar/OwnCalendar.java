package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Calendars;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.entry.Holder;
import lv.kopa.registration.entry.SentEntries;
import lv.kopa.web.Edition;
import lv.kopa.web.Token;

/**
 * A person's own copy of an event: the sessions they chose, with what only those see who have a place. Once the place
 * is given up, the same entries as cancelled ones, so that programs which hold them learn so.
 */
@Singleton
class OwnCalendar {
    private final Registrations registrations;
    private final Events events;
    private final EventCalendar calendar;
    private final SentEntries sent;

    OwnCalendar(Registrations registrations, Events events, EventCalendar calendar, SentEntries sent) {
        this.registrations = registrations;
        this.events = events;
        this.calendar = calendar;
        this.sent = sent;
    }

    /** The file and its name. */
    record Copy(Edition edition, String name) {}

    /**
     * Finds what belongs to a secret link.
     *
     * @throws UnknownRegistration where there is none, or it never gave a place
     */
    Copy of(Token link) {
        Registration registration = registrations.byLink(link);
        EventDetails event = events.get(registration.eventId());
        List<CalendarEntry> entries = entries(registration, event);
        if (entries.isEmpty()) {
            throw new UnknownRegistration();
        }
        byte[] file = Calendars.file(registration.reader().tag(), entries);
        return new Copy(Edition.of(file), event.event().slug());
    }

    /**
     * What a registration puts into its person's calendar; nothing before there was a place. Who was invited finds the
     * very entries of the invitations.
     */
    List<CalendarEntry> entries(Registration registration, EventDetails event) {
        Holder holder = registration.holder(registrations.chosenSessions(registration));
        return sent.asSent(event, holder, entries(registration, event, holder));
    }

    private List<CalendarEntry> entries(Registration registration, EventDetails event, Holder holder) {
        List<CalendarEntry> own = calendar.confirmed(event, holder.chosen(), holder.reader());
        if (registration.isConfirmed()) {
            return own;
        }
        if (registration.status() != RegistrationStatus.CANCELLED) {
            return List.of();
        }
        List<String> uids = own.stream().map(CalendarEntry::uid).toList();
        return calendar.open(event, holder.reader()).stream()
                .filter(entry -> uids.contains(entry.uid()))
                .map(entry -> givenUp(entry, registration))
                .toList();
    }

    private CalendarEntry givenUp(CalendarEntry entry, Registration registration) {
        return calendar.cancelled(entry, registration.reader())
                .as(entry.uid(), entry.revision().changedAlso(registration.changedAt()));
    }
}
