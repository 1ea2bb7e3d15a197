package lv.kopa.registration.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.hold.AddressHolds;

/** Writes reminders. Whatever number of servers try, the lock lets one at a time, and the outbox takes a key once. */
@Singleton
@UnitOfWork
class ReminderMail {
    private final Turning turning;
    private final Telling telling;
    private final Registrations registrations;
    private final PersonalLinks links;
    private final AddressHolds holds;

    ReminderMail(
            Turning turning, Telling telling, Registrations registrations, PersonalLinks links, AddressHolds holds) {
        this.turning = turning;
        this.telling = telling;
        this.registrations = registrations;
        this.links = links;
        this.holds = holds;
    }

    /**
     * Reminds somebody who still has a place in what still is as it was planned, unless they were before.
     *
     * @param about the time by which this reminder is known, however the event has moved since
     */
    void remind(Moment moment, Instant about, Registration known) {
        Registration person = turning.lock(known);
        EventDetails event = turning.event(person.eventId());
        boolean expected = person.isConfirmed() && holds.open(person.id()).isEmpty();
        if (!expected || event.event().isCancelled() || !moment.isPlanned(event)) {
            return;
        }
        EventDetails what = moment.session().map(event::only).orElse(event);
        String kind = moment.reminder().occasion().key();
        telling.writeOnce(what, person, kind, occasion(moment, about), () -> letter(what, moment, person));
    }

    /** What it is known by, on every server and for ever. */
    String occasion(Moment moment, Instant about) {
        return String.join(
                ":",
                "reminder",
                Long.toString(moment.reminder().id()),
                Long.toString(moment.sessionId()),
                Long.toString(about.getEpochSecond()));
    }

    private Wording letter(EventDetails event, Moment moment, Registration person) {
        Reminder reminder = moment.reminder();
        Letters.Draft draft = new Letters.Draft(
                        event, person, "mail." + reminder.occasion().key())
                .known(reminder.wordsKey())
                .say();
        moment.session().ifPresent(draft::about);
        List<Long> sessions = registrations.chosenSessions(person);
        return (reminder.isBefore() ? draft.facts(sessions, true) : draft.eventFact(sessions))
                .letter(links.renew(person), reminder.occasion().buttonKey());
    }
}
