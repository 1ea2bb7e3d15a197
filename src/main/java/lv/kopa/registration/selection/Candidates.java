package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.text.Language;

/** Those who await approval, beside each other. */
@Singleton
class Candidates {
    private final SelectionRepository repository;
    private final Registrations registrations;
    private final AnswerBook answers;

    Candidates(SelectionRepository repository, Registrations registrations, AnswerBook answers) {
        this.repository = repository;
        this.registrations = registrations;
        this.answers = answers;
    }

    /** All of an event, in an order; of what is sensitive nothing, since that is seen one by one, and on record. */
    List<Candidate> of(EventDetails event, List<Question> asked, Order order, Language reader) {
        List<Registration> awaiting = registrations.of(event.event().id()).stream()
                .filter(registration -> registration.status() == RegistrationStatus.AWAITING_APPROVAL)
                .toList();
        if (awaiting.isEmpty()) {
            return List.of();
        }
        List<Long> ids = awaiting.stream().map(Registration::id).toList();
        Map<Long, Answers> given = answers.open(ids, event.questionnaire());
        Map<Long, Map<Long, Integer>> points = points(ids);
        Map<Long, Note> notes =
                repository.notes(ids).stream().collect(Collectors.toMap(Note::registrationId, Function.identity()));
        AnswerWords words = new AnswerWords(event.questionnaire(), reader);
        return awaiting.stream()
                .map(person -> candidate(
                        person,
                        asked.stream()
                                .map(question -> words.say(question, given.getOrDefault(person.id(), Answers.none())))
                                .toList(),
                        points.getOrDefault(person.id(), Map.of()),
                        notes.getOrDefault(person.id(), new Note(person.id(), "", 0))))
                .sorted(order.comparator(reader))
                .toList();
    }

    private static Candidate candidate(
            Registration person, List<String> answers, Map<Long, Integer> points, Note note) {
        return new Candidate(person, answers, points, note.note(), note.version());
    }

    private Map<Long, Map<Long, Integer>> points(List<Long> ids) {
        Map<Long, Map<Long, Integer>> points = new HashMap<>();
        repository
                .marks(ids)
                .forEach(mark -> points.computeIfAbsent(mark.registrationId(), id -> new HashMap<>())
                        .put(mark.criterionId(), mark.points()));
        return points;
    }

    /** In which order they stand. */
    enum Order {
        /** Who came first. */
        REGISTERED,
        NAME,
        /** Who has most points; of the same number, who came first. */
        POINTS;

        private Comparator<Candidate> comparator(Language reader) {
            Comparator<Candidate> first =
                    Comparator.comparing(one -> one.registration().id());
            return switch (this) {
                case REGISTERED -> first;
                case NAME ->
                    Comparator.comparing((Candidate one) -> one.registration().name(), reader.alphabet())
                            .thenComparing(first);
                case POINTS -> Comparator.comparing(Candidate::sum).reversed().thenComparing(first);
            };
        }
    }
}
