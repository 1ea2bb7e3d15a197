package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** Tells programs about registrations. */
@Singleton
class RegistrationItems {
    private final Registrations registrations;
    private final Events events;
    private final AnswerBook answers;
    private final AddressHolds holds;
    private final Guardians guardians;
    private final Links links;

    RegistrationItems(
            Registrations registrations,
            Events events,
            AnswerBook answers,
            AddressHolds holds,
            Guardians guardians,
            Links links) {
        this.registrations = registrations;
        this.events = events;
        this.answers = answers;
        this.holds = holds;
        this.guardians = guardians;
        this.links = links;
    }

    RegistrationItem item(Registration registration) {
        EventDetails event = events.get(registration.eventId());
        return items(List.of(registration), event, registrations::position).get(0);
    }

    /**
     * Several registrations for one event.
     *
     * @param position the turn of whoever waits
     */
    List<RegistrationItem> items(
            List<Registration> people, EventDetails event, Function<Registration, Optional<Integer>> position) {
        List<Long> ids = people.stream().map(Registration::id).toList();
        Map<Long, Answers> given = answers.open(ids, event.questionnaire());
        Map<Long, Instant> held = holds.open(ids);
        Map<Long, Guardian> under18 = guardians.of(ids);
        return people.stream()
                .map(person -> item(
                        person,
                        event,
                        position.apply(person),
                        given.getOrDefault(person.id(), Answers.none()),
                        held.get(person.id()),
                        under18.get(person.id())))
                .toList();
    }

    private RegistrationItem item(
            Registration registration,
            EventDetails event,
            Optional<Integer> position,
            Answers given,
            @Nullable Instant confirmBy,
            @Nullable Guardian guardian) {
        String root = "/api/v1/events/" + event.event().slug();
        return new RegistrationItem(
                registration.reference(),
                registration.status(),
                position.orElse(null),
                event.event().slug(),
                event.categoryKey(registration.categoryId()),
                registration.name(),
                registration.email(),
                registration.phone(),
                registration.organisation(),
                registration.language(),
                sessions(registration, event),
                values(given, event.questionnaire()),
                registration.reason(),
                registration.registeredAt(),
                registration.changedAt(),
                confirmBy,
                guardian == null ? null : item(guardian),
                new RegistrationItem.Links(
                        links.to("/api/v1/registrations/" + registration.reference()), links.to(root)));
    }

    private static RegistrationItem.GuardianItem item(Guardian guardian) {
        return new RegistrationItem.GuardianItem(
                guardian.name(), guardian.email(), guardian.phone(), guardian.agreedAt(), guardian.refusedAt());
    }

    private List<Long> sessions(Registration registration, EventDetails event) {
        return event.sessions().stream().anyMatch(Session::isChosen)
                ? registrations.chosenSessions(registration)
                : List.of();
    }

    private static Map<String, Object> values(Answers given, Questionnaire questionnaire) {
        Map<String, Object> values = new LinkedHashMap<>();
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
