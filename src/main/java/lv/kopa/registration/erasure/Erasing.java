package lv.kopa.registration.erasure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * Forgets people. Their registration stays as a row without a person, so that what an event came to stays true; so does
 * what was recorded of their presence, since it names nobody any more.
 */
@Singleton
@UnitOfWork
public class Erasing {
    private static final String GOODBYE = "erased";

    private final ErasureRepository repository;
    private final Turning turning;
    private final Telling telling;
    private final AnswerBook answers;
    private final Outbox outbox;
    private final Links links;

    Erasing(
            ErasureRepository repository,
            Turning turning,
            Telling telling,
            AnswerBook answers,
            Outbox outbox,
            Links links) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
        this.answers = answers;
        this.outbox = outbox;
        this.links = links;
    }

    /** Whether erasing a registration gives up a place, or the wish for one. */
    public static boolean givesUp(Registration registration, EventDetails event, Instant now) {
        return registration.status().isLive() && event.event().isAhead(now);
    }

    /**
     * Erases the person of a registration, who gets one last mail that says so; it is erased when it has been sent. A
     * place in an event to come goes to those who wait; what still waited to be sent of it is not sent any more, since the
     * last mail takes all of it out of the calendar too.
     */
    public void erase(Registration known) {
        Registration registration = turning.lock(known);
        EventDetails event = turning.event(registration.eventId());
        boolean givesUp = givesUp(registration, event, telling.now());
        sayGoodbye(event, registration, givesUp);
        if (givesUp) {
            outbox.stopAbout(registration.reference(), registration.email(), GOODBYE);
            turning.free(registration);
            answers.forget(registration.id());
        } else {
            answers.forgetWords(registration.id());
        }
        forget(registration, givesUp ? RegistrationStatus.CANCELLED : registration.status());
        telling.stop(registration, "hand-over");
        outbox.erase(registration.reference());
        telling.note(registration, "erased", Deed.PARTICIPANT, null);
        if (givesUp) {
            turning.promote(event);
        }
    }

    private void forget(Registration registration, RegistrationStatus status) {
        long id = registration.id();
        Integer turn = status == RegistrationStatus.WAITING ? registration.queueNumber() : null;
        repository.noteEnd(id, telling.now());
        repository.erase(id, status, turn, Token.random().hash(), telling.now());
        repository.endLinks(id);
        repository.forgetConsents(id);
        repository.forgetAddress(id);
        List<String> earlier = repository.earlierAddresses(id);
        repository.forgetEarlierAddresses(id);
        repository.forgetTurns(id);
        repository.forgetOffer(id);
        repository.forgetGuardian(id);
        repository
                .invitations(id, registration.eventId(), registration.emailKey())
                .forEach(invitation -> outbox.eraseKeys(Invitations.mailKeys(invitation)));
        repository.forgetInvitation(id, registration.eventId(), registration.emailKey());
        repository.leaveParty(id);
        repository.forgetTyped(id, registration.eventId(), registration.emailKey());
        repository.forgetMarks(id);
        repository.forgetNote(id);
        telling.forgetPerson(registration);
        repository.endFeeds(registration.emailKey());
        earlier.forEach(repository::endFeeds);
    }

    /** What is over may stay in their calendar, which is theirs. */
    private void sayGoodbye(EventDetails event, Registration registration, boolean givesUp) {
        Wording letter = new Letters.Draft(event, registration, "mail.erased")
                .say(event.organisation().name())
                .letter(links.to("/events/" + event.event().slug()), "mail.event-page");
        if (givesUp) {
            telling.farewell(event, registration, GOODBYE, letter);
        } else {
            telling.write(event, registration, GOODBYE, letter);
        }
    }
}
