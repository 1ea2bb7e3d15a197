package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Calendars;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** The mails about a registration, each put into the outbox by the transaction that gives the reason for it. */
@Singleton
class Correspondence {
    private final Outbox outbox;
    private final Letters letters;
    private final PersonalLinks personalLinks;
    private final EventCalendar calendar;

    Correspondence(Outbox outbox, Letters letters, PersonalLinks personalLinks, EventCalendar calendar) {
        this.outbox = outbox;
        this.letters = letters;
        this.personalLinks = personalLinks;
        this.calendar = calendar;
    }

    void registered(
            EventDetails event,
            Registration registration,
            Collection<Long> sessions,
            Token link,
            Optional<Integer> position) {
        Wording letter = letters.registered(event, registration, sessions, personalLinks.to(link), position);
        put(event, registration, registration.status().key(), letter, entries(event, registration, sessions));
    }

    void approved(
            EventDetails event, Registration registration, Collection<Long> sessions, Optional<Integer> position) {
        Wording letter = letters.registered(event, registration, sessions, personalLinks.renew(registration), position);
        put(event, registration, registration.status().key(), letter, entries(event, registration, sessions));
    }

    void promoted(EventDetails event, Registration waiting, Collection<Long> sessions) {
        Wording letter = letters.promoted(event, waiting, sessions, personalLinks.renew(waiting));
        put(event, waiting, "promoted", letter, confirmedEntries(event, waiting, sessions));
    }

    /** Once an hour at most, however often somebody types the address. */
    void registeredAlready(EventDetails event, Registration existing, Instant hour) {
        String kind = "registered-already";
        String key = key(existing, kind + ":" + hour.getEpochSecond());
        if (!outbox.knows(key)) {
            Wording letter = letters.registeredAlready(event, existing, personalLinks.renew(existing));
            outbox.put(mail(key, event, existing, kind, letter, List.of()));
        }
    }

    void cancelled(EventDetails event, Registration cancelled, Turning.By by) {
        put(event, cancelled, "cancelled", letters.cancelled(event, cancelled, by), List.of());
    }

    void declined(EventDetails event, Registration declined) {
        put(event, declined, "declined", letters.declined(event, declined), List.of());
    }

    void eventChanged(EventDetails before, EventDetails after, Registration registration, Collection<Long> sessions) {
        letters.eventChanged(before, after, registration, sessions, () -> personalLinks.renew(registration))
                .ifPresent(letter ->
                        put(after, registration, "event-changed", letter, entries(after, registration, sessions)));
    }

    void eventCancelled(EventDetails event, Registration registration, Collection<Long> sessions) {
        Wording letter = letters.eventCancelled(event, registration);
        put(event, registration, "event-cancelled", letter, entries(event, registration, sessions));
    }

    private List<CalendarEntry> entries(EventDetails event, Registration registration, Collection<Long> sessions) {
        return registration.isConfirmed() ? confirmedEntries(event, registration, sessions) : List.of();
    }

    private List<CalendarEntry> confirmedEntries(
            EventDetails event, Registration registration, Collection<Long> sessions) {
        return calendar.confirmed(event, sessions, registration.reader());
    }

    private void put(
            EventDetails event, Registration registration, String kind, Wording letter, List<CalendarEntry> entries) {
        String occasion =
                kind + ":" + registration.revision() + ":" + event.event().version();
        outbox.put(mail(key(registration, occasion), event, registration, kind, letter, entries));
    }

    private static String key(Registration registration, String occasion) {
        return "registration:" + registration.id() + ":" + occasion;
    }

    private static Mail mail(
            String key,
            EventDetails event,
            Registration registration,
            String kind,
            Wording letter,
            List<CalendarEntry> entries) {
        @Nullable
        EmailAddress replyTo = EmailAddress.parse(event.organisation().email()).orElse(null);
        return new Mail(
                key,
                kind,
                new Mail.Recipient(
                        new EmailAddress(registration.email()),
                        registration.name(),
                        registration.reader().tag()),
                new Mail.Sender(event.organisation().name(), replyTo),
                new Mail.About(event.organisation().id(), event.event().id(), registration.id()),
                letter.body(),
                attachments(event, registration, entries));
    }

    private static List<Attachment> attachments(
            EventDetails event, Registration registration, List<CalendarEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        byte[] file = Calendars.file(registration.reader().tag(), entries);
        return List.of(new Attachment(event.event().slug() + ".ics", "text/calendar; charset=UTF-8", file));
    }
}
