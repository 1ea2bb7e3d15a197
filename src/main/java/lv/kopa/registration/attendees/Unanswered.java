package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.own.Answering;

/** Those who have yet to answer something that is needed. */
@Singleton
class Unanswered {
    private final Registrations registrations;
    private final AnswerBook answers;

    Unanswered(Registrations registrations, AnswerBook answers) {
        this.registrations = registrations;
        this.answers = answers;
    }

    /** Of those who are registered for an event, by id; what they answered matters to nobody here. */
    List<Long> of(EventDetails event) {
        if (!event.questionnaire().needsAnswers()) {
            return List.of();
        }
        List<Registration> live = registrations.of(event.event().id()).stream()
                .filter(registration -> registration.status().isLive())
                .toList();
        Map<Long, Answers> given =
                answers.of(live.stream().map(Registration::id).toList(), event.questionnaire());
        return live.stream()
                .filter(registration -> !Answering.missing(
                                registration, event, given.getOrDefault(registration.id(), Answers.none()))
                        .isEmpty())
                .map(Registration::id)
                .toList();
    }
}
