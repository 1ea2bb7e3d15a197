package lv.kopa.export;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.registration.Registration;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerBook.Disclosure;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Texts;

/** Makes lists of what only few may see, as far as it is asked for by name, with little else; each is recorded. */
@Singleton
class SecretSheets {
    private static final List<String> WHO = List.of("reference", "status", "name", "category");

    private final AttendeeSheets sheets;
    private final AnswerBook answers;

    SecretSheets(AttendeeSheets sheets, AnswerBook answers) {
        this.sheets = sheets;
        this.answers = answers;
    }

    /**
     * What people answered.
     *
     * @param keys of the questions
     * @throws InvalidInput where no sensitive question is named, or something that is none
     */
    Sheet of(Exports.Asked asked, List<String> keys, Exports.Order order) {
        EventDetails event = asked.event();
        List<Question> questions = event.questionnaire().sensitive().stream()
                .filter(question -> keys.contains(question.questionKey()))
                .toList();
        if (questions.isEmpty() || questions.size() < Set.copyOf(keys).size()) {
            throw new InvalidInput("questions", "export.secrets.choose");
        }
        Set<Long> people = asked.people().stream().map(Registration::id).collect(Collectors.toSet());
        Map<Long, Answers> given = answers.reveal(
                new Disclosure(event.event().id(), event.questionnaire(), questions, people),
                order.organiser().actor());
        return sheet(asked, questions, given, Texts.in(order.language()));
    }

    private Sheet sheet(Exports.Asked asked, List<Question> questions, Map<Long, Answers> given, Texts texts) {
        EventDetails event = asked.event();
        return new Sheet(
                texts.get("export.registrations"),
                Stream.concat(
                                WHO.stream().map(key -> Sheet.Column.text(AttendeeSheets.label(key, event, texts))),
                                questions.stream().map(question -> AttendeeSheets.column(question, texts.language())))
                        .toList(),
                asked.people().stream()
                        .map(person -> Stream.concat(
                                        who(event, person, texts),
                                        sheets.answers(
                                                event,
                                                person,
                                                questions.stream(),
                                                given.getOrDefault(person.id(), Answers.none()),
                                                texts.language()))
                                .toList())
                        .toList(),
                AttendeeSheets.about(event, texts.language()));
    }

    private static Stream<String> who(EventDetails event, Registration person, Texts texts) {
        return Stream.of(
                person.reference(),
                texts.get(person.status().textKey()),
                AttendeeSheets.name(person, texts),
                AttendeeSheets.category(event, person, texts.language()));
    }
}
