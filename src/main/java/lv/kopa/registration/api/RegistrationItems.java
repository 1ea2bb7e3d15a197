package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.web.Links;

/** Tells programs about registrations. */
@Singleton
class RegistrationItems {
    private final Registrations registrations;
    private final Events events;
    private final AnswerBook answers;
    private final AddressHolds holds;
    private final Links links;

    RegistrationItems(Registrations registrations, Events events, AnswerBook answers, AddressHolds holds, Links links) {
        this.registrations = registrations;
        this.events = events;
        this.answers = answers;
        this.holds = holds;
        this.links = links;
    }

    RegistrationItem item(Registration registration) {
        return item(registration, events.get(registration.eventId()), registrations.position(registration));
    }

    RegistrationItem item(Registration registration, EventDetails event, Optional<Integer> position) {
        String root = "/api/v1/events/" + event.event().slug();
        return new RegistrationItem(
                registration.reference(),
                registration.status(),
                position.orElse(null),
                event.event().slug(),
                event.categoryOf(registration.categoryId())
                        .map(Category::categoryKey)
                        .orElse(null),
                registration.name(),
                registration.email(),
                registration.phone(),
                registration.organisation(),
                registration.language(),
                sessions(registration, event),
                answers(registration, event.questionnaire()),
                registration.reason(),
                registration.registeredAt(),
                registration.changedAt(),
                holds.open(registration.id()).map(AddressHold::heldUntil).orElse(null),
                new RegistrationItem.Links(
                        links.to("/api/v1/registrations/" + registration.reference()), links.to(root)));
    }

    private List<Long> sessions(Registration registration, EventDetails event) {
        return event.sessions().stream().anyMatch(Session::isChosen)
                ? registrations.chosenSessions(registration)
                : List.of();
    }

    private Map<String, Object> answers(Registration registration, Questionnaire questionnaire) {
        Map<String, Object> values = new LinkedHashMap<>();
        Answers given =
                answers.open(List.of(registration.id()), questionnaire).getOrDefault(registration.id(), Answers.none());
        for (Question question : questionnaire.questions()) {
            List<String> answer = given.to(question.questionKey());
            if (!answer.isEmpty()) {
                values.put(question.questionKey(), value(question.type(), answer));
            }
        }
        return values;
    }

    private static Object value(QuestionType type, List<String> answer) {
        return switch (type) {
            case CHOICES -> answer;
            case YES_NO -> Boolean.valueOf(answer.get(0));
            case NUMBER -> new BigDecimal(answer.get(0));
            case TEXT, LONG_TEXT, DATE, CHOICE, EMAIL, PHONE, COUNTRY -> answer.get(0);
        };
    }
}
