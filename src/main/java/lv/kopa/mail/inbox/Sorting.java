package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.inbox.CalendarReplies.Outcome;

/** Does what a mail that has come in is for, once, however often it is read. */
@Singleton
@UnitOfWork
class Sorting {
    private final Turns turns;
    private final BounceReader bounces;
    private final Bounces returned;
    private final Calendars calendars;
    private final Answered answered;

    Sorting(Turns turns, BounceReader bounces, Bounces returned, Calendars calendars, Answered answered) {
        this.turns = turns;
        this.bounces = bounces;
        this.returned = returned;
        this.calendars = calendars;
        this.answered = answered;
    }

    /** How answers of calendars are read, and who does them. */
    @Singleton
    record Calendars(AnswerReader reader, CalendarReplies replies) {}

    /** @throws RuntimeException if it cannot be made sense of; nothing was done then */
    Fate sort(Place place, Arrival arrival) {
        if (!turns.note(place)) {
            return Fate.READ;
        }
        if (BounceReader.isReport(arrival)) {
            bounces.read(arrival).ifPresent(returned::note);
            return Fate.READ;
        }
        Optional<EmailAddress> from = arrival.from();
        return from.isEmpty() ? Fate.READ : sort(place, arrival, from.get());
    }

    private Fate sort(Place place, Arrival arrival, EmailAddress from) {
        Optional<CalendarReply> reply =
                AnswerReader.isCalendar(arrival) ? calendars.reader().read(arrival) : Optional.empty();
        if (reply.isEmpty()) {
            return arrival.isAutomatic() ? Fate.READ : answered.passOn(place, arrival, from, bounces.mail(arrival));
        }
        Outcome outcome = calendars.replies().take(reply.get());
        if (outcome.understood()) {
            return outcome.concern()
                    .map(concern -> answered.forward(place, arrival, from, concern))
                    .orElse(Fate.READ);
        }
        return arrival.isAutomatic() ? Fate.ASIDE : answered.passOn(place, arrival, from, bounces.mail(arrival));
    }

    /** Has nothing done about a mail. */
    void pass(Place place) {
        turns.note(place);
    }
}
