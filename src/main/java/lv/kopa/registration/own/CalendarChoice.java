package lv.kopa.registration.own;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.entry.CalendarWay;
import lv.kopa.registration.entry.Holder;
import lv.kopa.registration.entry.SentEntries;

/** In which way people have an event in their calendars, as they choose by themselves. */
@Singleton
@UnitOfWork
class CalendarChoice {
    private final SentEntries entries;
    private final Registrations registrations;
    private final Turning turning;
    private final Telling telling;
    private final Letters letters;
    private final PersonalLinks links;

    CalendarChoice(SentEntries entries, Registrations registrations, Turning turning, Telling telling, Voice voice) {
        this.entries = entries;
        this.registrations = registrations;
        this.turning = turning;
        this.telling = telling;
        this.letters = voice.letters();
        this.links = voice.links();
    }

    /** What is said, and where to go on. */
    @Singleton
    record Voice(Letters letters, PersonalLinks links) {}

    /** Takes out of a calendar what came in the one way, and sends it in the other to who has a place. */
    void choose(Registration known, CalendarWay way) {
        Registration registration = turning.lock(known);
        EventDetails event = turning.event(registration.eventId());
        Holder holder = registration.holder(registrations.chosenSessions(registration));
        boolean other = entries.way(event, holder) != way;
        entries.choose(registration.reference(), way);
        if (other && registration.isConfirmed() && event.event().isAhead(telling.now())) {
            String kind = "calendar-" + way.key();
            telling.note(registration, kind, Deed.PARTICIPANT, null);
            Wording letter = letters.calendarWay(event, registration, holder.chosen(), way, links.renew(registration));
            telling.write(event, registration, kind, letter, holder.chosen());
        }
    }
}
