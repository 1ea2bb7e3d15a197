package lv.kopa.registration.reply;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.inbox.CalendarReply;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;

/** Gives places up that people decline in their calendars. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Declining {
    private final ReplyRepository repository;
    private final Registrations registrations;
    private final Telling telling;
    private final PersonalLinks links;

    Declining(ReplyRepository repository, Registrations registrations, Telling telling, PersonalLinks links) {
        this.repository = repository;
        this.registrations = registrations;
        this.telling = telling;
        this.links = links;
    }

    /** Whether an answer is newer than the last one about its entry (RFC 5546, section 2.1.5); it is the last one then. */
    boolean isNews(CalendarReply reply) {
        return repository.first(reply.uid(), reply.said(), reply.sequence(), reply.stamp()) == 1
                || repository.later(reply.uid(), reply.said(), reply.sequence(), reply.stamp()) == 1;
    }

    void noteAcceptance(Registration registration) {
        telling.note(registration, "calendar-accepted", Deed.PARTICIPANT, null);
    }

    /**
     * Gives the place up of somebody who has declined every entry of the event in their calendar; whoever declines a part
     * of it may still want to come to the rest.
     *
     * @return false where a person has to see to it: to the rest, or since the deadline has passed
     */
    boolean decline(EventDetails event, Registration registration) {
        if (repository.isAnyLeft(registration.reference())) {
            return false;
        }
        if (!event.event().changesAllowed(telling.now())) {
            telling.write(
                    event,
                    registration,
                    "calendar-late",
                    new Letters.Draft(event, registration, "mail.calendar-late")
                            .say(event.organisation().name())
                            .eventFact(registrations.chosenSessions(registration))
                            .letter(links.renew(registration), "mail.see-or-cancel"));
            return false;
        }
        registrations.withdrawByCalendar(registration);
        return true;
    }
}
