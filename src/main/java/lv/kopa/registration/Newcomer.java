package lv.kopa.registration;

import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is being registered.
 *
 * @param event as the person saw it
 * @param link the secret of the person's own page
 * @param proof the secret of a mail that has to come back before the place counts; null where that is not asked
 * @param registration what is, or is to be, written down
 */
record Newcomer(
        EventDetails event,
        Applicant applicant,
        Token link,
        @Nullable Token proof,
        Registration registration) {
    static Newcomer confirmed(EventDetails event, Applicant applicant, Instant now) {
        return of(event, applicant, RegistrationStatus.CONFIRMED, null, now);
    }

    static Newcomer of(
            EventDetails event,
            Applicant applicant,
            RegistrationStatus status,
            @Nullable Integer queueNumber,
            Instant now) {
        Token link = Token.random();
        Registration registration = new Registration(
                0,
                Reference.random(),
                event.event().id(),
                applicant.categoryId(),
                status,
                applicant.name(),
                applicant.email().value(),
                applicant.email().key(),
                applicant.phone(),
                applicant.organisation(),
                applicant.language().tag(),
                link.hash(),
                applicant.submission(),
                Purpose.PRIVACY.textVersion(),
                queueNumber,
                null,
                now,
                now,
                null,
                0);
        boolean held = event.event().confirmAddress() && !applicant.isKnownByAddress();
        return new Newcomer(event, applicant, link, held ? Token.random() : null, registration);
    }

    /** The same by way of whoever registers the person. */
    Newcomer withoutOwnAddress() {
        return as(registration.withoutOwnAddress());
    }

    /** The same on the word of whoever registers the person. */
    Newcomer agreedByAnother() {
        return as(registration.agreedByAnother());
    }

    Places.Seat seat() {
        return new Places.Seat(event.event(), applicant.categoryId());
    }

    AnswerBook.Given given() {
        return new AnswerBook.Given(registration.id(), event.questionnaire(), applicant.answers());
    }

    /** The same for somebody whom an organiser knows. */
    Newcomer known() {
        return new Newcomer(event, applicant, link, null, registration);
    }

    Newcomer as(Registration written) {
        return new Newcomer(event, applicant, link, proof, written);
    }

    Outcome.Registered outcome(Optional<Integer> position) {
        return new Outcome.Registered(registration, link, position);
    }
}
