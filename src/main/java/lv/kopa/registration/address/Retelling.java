package lv.kopa.registration.address;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.NamedGuardian;
import org.jspecify.annotations.Nullable;

/** Takes what somebody says beside a mended address in the place of what they said with the wrong one. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Retelling {
    private final Registrations registrations;
    private final AnswerBook answers;
    private final Guardians guardians;
    private final Telling telling;

    Retelling(Registrations registrations, AnswerBook answers, Guardians guardians, Telling telling) {
        this.registrations = registrations;
        this.answers = answers;
        this.guardians = guardians;
        this.telling = telling;
    }

    /** What was answered; but where other choices were made, which others may have by now, all stays as it was. */
    void answers(Registration registration, EventDetails event, Applicant applicant) {
        Questionnaire asked = event.questionnaire();
        boolean same = Objects.equals(applicant.categoryId(), registration.categoryId())
                && Set.copyOf(asked.chosen(applicant.answers()))
                        .equals(Set.copyOf(registrations.claim(registration).choices()));
        if (same) {
            answers.replace(new AnswerBook.Given(registration.id(), asked, applicant.answers()), telling.now());
        }
    }

    /** Whoever answers for the person is asked anew where that is another, or what they ticked stood for the wrong address. */
    void guardian(Registration registration, EventDetails event, @Nullable NamedGuardian named) {
        if (named == null) {
            return;
        }
        boolean known = guardians
                .of(registration.id())
                .filter(guardian -> isSame(guardian, named))
                .isPresent();
        if (!known) {
            guardians.name(registration.id(), named, telling.now());
            telling.askGuardian(event, registration);
        }
    }

    private static boolean isSame(Guardian guardian, NamedGuardian named) {
        return guardian.name().equals(named.name())
                && new EmailAddress(guardian.email()).key().equals(named.email().key())
                && guardian.phone().equals(named.phone())
                && (named.agreed() ? guardian.agrees() : guardian.askedAt() != null);
    }
}
