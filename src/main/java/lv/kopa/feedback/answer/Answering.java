package lv.kopa.feedback.answer;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Feedbacks;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Turning;
import lv.kopa.web.Form;
import lv.kopa.web.Token;

/**
 * Takes what people answer, once from each. Of an anonymous sheet nothing leads to the person: it has a random number and
 * no time, and neither the record of deeds nor the log hears of it.
 */
@Singleton
@UnitOfWork
class Answering {
    private final Feedbacks feedbacks;
    private final AnswerRepository repository;
    private final Turning turning;
    private final Clock clock;

    Answering(Feedbacks feedbacks, AnswerRepository repository, Turning turning, Clock clock) {
        this.feedbacks = feedbacks;
        this.repository = repository;
        this.turning = turning;
        this.clock = clock;
    }

    /** Whether a person can answer, or why not. */
    Standing standing(Event event, Registration person) {
        if (repository.hasGiven(person.id())) {
            return Standing.GIVEN;
        }
        if (!event.wasHeld(clock.instant()) || !feedbacks.of(event).terms().isOpen()) {
            return Standing.CLOSED;
        }
        return repository.isAsked(event.id(), person.id()) ? Standing.ASKED : Standing.ABSENT;
    }

    /**
     * Keeps what was typed, unless something is wrong with it, which the form then says. The registration is locked
     * first, so that nothing is written of somebody who is erased meanwhile.
     */
    Standing answer(Event event, Registration person, Form form) {
        if (turning.lock(person).isErased()) {
            return Standing.ABSENT;
        }
        Asked asked = feedbacks.lock(event);
        Standing standing = standing(event, person);
        if (standing != Standing.ASKED) {
            return standing;
        }
        if (!form.chose("names", FeedbackFormPage.names(asked.terms()))) {
            form.reject("", "feedback.form.otherwise");
        }
        GivenAnswers given = GivenAnswers.read(asked, form);
        if (form.hasErrors() || repository.give(person.id(), event.id()) == 0) {
            return Standing.ASKED;
        }
        String sheet = Token.random().secret();
        repository.addSheet(sheet, event.id(), asked.terms().anonymous() ? null : person.id());
        for (Map.Entry<Long, List<String>> answer : given.byQuestion().entrySet()) {
            for (int i = 0; i < answer.getValue().size(); i++) {
                repository.addAnswer(
                        sheet, answer.getKey(), i, answer.getValue().get(i));
            }
        }
        return Standing.GIVEN;
    }

    /** Of somebody who is erased, figures stay without a name, and no words. */
    @EventListener
    void done(Deed deed) {
        if (deed.subject().equals("registration") && deed.deed().equals("erased")) {
            repository.removeWords(deed.subjectId());
            repository.unname(deed.subjectId());
        }
    }
}
