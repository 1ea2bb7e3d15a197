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
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.turn.SessionTurns.Position;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** Tells programs about registrations. */
@Singleton
class RegistrationItems {
    private final Registrations registrations;
    private final Events events;
    private final AnswerBook answers;
    private final Attendees attendees;
    private final Links links;

    RegistrationItems(
            Registrations registrations, Events events, AnswerBook answers, Attendees attendees, Links links) {
        this.registrations = registrations;
        this.events = events;
        this.answers = answers;
        this.attendees = attendees;
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
        Map<Long, Instant> held = attendees.confirmBy(ids);
        Map<Long, Instant> offered = attendees.offered(ids);
        Map<Long, String> partners = attendees.partners(people);
        Map<Long, Guardian> guardians = attendees.guardians(ids);
        Map<Long, List<Position>> turns = attendees.turns(ids, event);
        return people.stream()
                .map(person -> item(
                        person,
                        event,
                        position.apply(person),
                        given.getOrDefault(person.id(), Answers.none()),
                        new Besides(
                                held.get(person.id()),
                                offered.get(person.id()),
                                partners.get(person.id()),
                                guardians.get(person.id()),
                                turns.getOrDefault(person.id(), List.of()))))
                .toList();
    }

    /** Until when a person has to say something, of whose delegation they are, who answers for them, and what they wait for. */
    private record Besides(
            @Nullable Instant confirmBy,
            @Nullable Instant answerBy,
            @Nullable String partner,
            @Nullable Guardian guardian,
            List<Position> turns) {}

    private RegistrationItem item(
            Registration registration, EventDetails event, Optional<Integer> position, Answers given, Besides besides) {
        String root = "/api/v1/events/" + event.event().slug();
        return new RegistrationItem(
                registration.reference(),
                registration.status(),
                position.orElse(null),
                event.event().slug(),
                event.categoryKey(registration.categoryId()),
                registration.name(),
                registration.hasAddress() ? registration.email() : null,
                registration.phone(),
                registration.organisation(),
                registration.language(),
                sessions(registration, event),
                besides.turns().stream()
                        .map(turn -> new RegistrationItem.SessionTurnItem(
                                turn.session().id(), turn.number()))
                        .toList(),
                values(given, event.questionnaire()),
                registration.reason(),
                registration.registeredAt(),
                registration.changedAt(),
                besides.confirmBy(),
                besides.answerBy(),
                besides.partner(),
                besides.guardian() == null ? null : item(besides.guardian()),
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
            case FILE, DOCUMENT, PICTURE ->
                GivenFile.of(answer.get(0)).map(GivenFile::name).orElse("");
            case TEXT, LONG_TEXT, DATE, CHOICE, EMAIL, PHONE, COUNTRY -> answer.get(0);
        };
    }
}
