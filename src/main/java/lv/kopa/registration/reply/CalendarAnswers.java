package lv.kopa.registration.reply;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.inbox.CalendarReplies;
import lv.kopa.mail.inbox.CalendarReply;
import lv.kopa.mail.inbox.CalendarReply.Said;
import lv.kopa.mail.inbox.Concern;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.entry.SentEntries;
import lv.kopa.registration.entry.SentEntry;

/**
 * Does what calendars answer, as their people would on their own pages; only where an installation wants that, and our
 * own mail server vouches for who answers. Whatever else is no yes is passed to whoever organises the event.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class CalendarAnswers implements CalendarReplies {
    private final SentEntries entries;
    private final Registrations registrations;
    private final Events events;
    private final Declining declining;
    private final boolean wanted;

    CalendarAnswers(
            SentEntries entries,
            Registrations registrations,
            Events events,
            Declining declining,
            @Value("${kopa.inbox.calendar-answers}") boolean wanted) {
        this.entries = entries;
        this.registrations = registrations;
        this.events = events;
        this.declining = declining;
        this.wanted = wanted;
    }

    @Override
    public Outcome take(CalendarReply reply) {
        Optional<Registration> known = entries.find(reply.uid())
                .filter(SentEntry::isLive)
                .map(entry -> registrations.byReference(entry.registration()))
                .filter(registration -> registration.status().isLive());
        if (known.isPresent()) {
            return take(reply, known.get());
        }
        boolean gone =
                reply.said() == Said.DECLINED && entries.find(reply.uid()).isPresent();
        return gone || reply.said() == Said.ACCEPTED ? Outcome.DONE : Outcome.UNKNOWN;
    }

    private Outcome take(CalendarReply reply, Registration registration) {
        EventDetails event = events.get(registration.eventId());
        if (!wanted || !reply.isProven() || !isOf(registration, reply.attendee())) {
            return reply.said() == Said.ACCEPTED ? Outcome.DONE : concern(reply, event, registration);
        }
        if (!declining.isNews(reply)) {
            return Outcome.DONE;
        }
        SentEntry entry = entries.find(reply.uid()).orElseThrow();
        return isDone(reply, entry, registration, event) ? Outcome.DONE : concern(reply, event, registration);
    }

    /** Whether no person has to see to it any more. */
    private boolean isDone(CalendarReply reply, SentEntry entry, Registration registration, EventDetails event) {
        if (reply.said() == Said.OTHER || reply.sequence() < entry.sequence()) {
            return false;
        }
        if (reply.said() == Said.ACCEPTED) {
            declining.noteAcceptance(registration);
            return true;
        }
        return declining.decline(event, registration);
    }

    private static boolean isOf(Registration registration, EmailAddress attendee) {
        return EmailAddress.parse(registration.email())
                .map(EmailAddress::key)
                .filter(attendee.key()::equals)
                .isPresent();
    }

    private static Outcome concern(CalendarReply reply, EventDetails event, Registration registration) {
        return Outcome.by(new Concern(
                event.organisation().sender().replyTo(),
                new Mail.About(event.organisation().id(), event.event().id(), registration.reference()),
                registration.reader().tag(),
                event.event().title().in(registration.reader()),
                reply.attendee()));
    }
}
