package lv.kopa.registration.answer;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/** What registered people answered. */
@Singleton
public class AnswerBook {
    private final AnswerRepository repository;
    private final Vault vault;
    private final AnswerFiles files;
    private final Audit audit;

    AnswerBook(AnswerRepository repository, Vault vault, AnswerFiles files, Audit audit) {
        this.repository = repository;
        this.vault = vault;
        this.files = files;
        this.audit = audit;
    }

    /** What a registered person answered to what is asked of them. */
    public record Given(long registration, Questionnaire questionnaire, Answers answers) {}

    /** Writes down what people answered for the first time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(List<Given> given, Instant now) {
        save(given.stream()
                .flatMap(answers -> rows(answers, Answers.none(), now))
                .toList());
    }

    private void save(List<AnswerRow> rows) {
        if (!rows.isEmpty()) {
            repository.saveAll(rows);
        }
    }

    /** Writes down what somebody answers instead of what they answered before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Given given, Instant now) {
        Answers before = of(given.registration(), given.questionnaire());
        List<Long> filesBefore = repository.files(given.registration());
        repository.forget(given.registration());
        save(rows(given, before, now).toList());
        List<Long> after = repository.files(given.registration());
        filesBefore.stream().filter(file -> !after.contains(file)).forEach(files::delete);
    }

    /** Forgets what somebody answered; the caller has given back what they chose. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long registration) {
        List<Long> given = repository.files(registration);
        repository.forget(registration);
        given.forEach(files::delete);
    }

    /** The same but for which choices they made, which says nothing of a person once nobody knows whose they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetWords(long registration) {
        List<Long> given = repository.files(registration);
        repository.forgetWords(registration);
        given.forEach(files::delete);
    }

    /** Differs from what it was before as soon as the person has answered again. */
    public long edition(long registration) {
        return repository.edition(registration);
    }

    /** Everything a person answered, which only this person is to see. */
    public Answers of(long registration, Questionnaire questionnaire) {
        return questionnaire.questions().isEmpty()
                ? Answers.none()
                : read(repository.of(List.of(registration)), questionnaire, question -> true);
    }

    /** The same of some people, by registration; nothing of those who answered nothing. */
    public Map<Long, Answers> of(Collection<Long> registrations, Questionnaire questionnaire) {
        return registrations.isEmpty() || questionnaire.questions().isEmpty()
                ? Map.of()
                : byPerson(repository.of(registrations), questionnaire, question -> true);
    }

    /** What one person answered, for an organiser, which is recorded: what few may see was seen. */
    @UnitOfWork
    public Answers reveal(long registration, Questionnaire questionnaire, String actor) {
        audit.record(new Deed(actor, "registration", registration, "sensitive-answers-seen"));
        return of(registration, questionnaire);
    }

    /**
     * What some people of an event answered to some of its questions, which few may see.
     *
     * @param people the ids of their registrations
     */
    public record Disclosure(long event, Questionnaire questionnaire, List<Question> questions, Set<Long> people) {
        private Deed deed(String deed, String actor, int answered) {
            String keys = questions.stream().map(Question::questionKey).collect(Collectors.joining(", "));
            return new Deed(actor, "event", event, deed, keys + ": " + answered);
        }
    }

    /**
     * The same of many people at once, by registration; nothing of those who answered nothing. Of each it is recorded that
     * it was seen, and of the event which questions were asked for and how many people had answered.
     */
    @UnitOfWork
    public Map<Long, Answers> reveal(Disclosure wanted, String actor) {
        Map<Long, Answers> seen = disclose(wanted);
        audit.record(Stream.concat(
                        Stream.of(wanted.deed("sensitive-answers-exported", actor, seen.size())),
                        seen.keySet().stream()
                                .map(person -> new Deed(actor, "registration", person, "sensitive-answers-seen")))
                .toList());
        return seen;
    }

    /** The same of nobody in particular, to be counted; of the event it is recorded that they were. */
    @UnitOfWork
    public List<Answers> count(Disclosure wanted, String actor) {
        List<Answers> counted = List.copyOf(disclose(wanted).values());
        audit.record(wanted.deed("sensitive-answers-counted", actor, counted.size()));
        return counted;
    }

    private Map<Long, Answers> disclose(Disclosure wanted) {
        List<AnswerRow> rows = repository.ofEvent(wanted.event()).stream()
                .filter(row -> wanted.people().contains(row.registrationId())
                        && wanted.questions().stream().anyMatch(question -> question.id() == row.questionId()))
                .toList();
        return byPerson(rows, wanted.questionnaire(), wanted.questions()::contains);
    }

    /** Whether a person answered what few may see. */
    public boolean hasSecrets(long registration) {
        return repository.hasSecrets(registration);
    }

    /** What people answered, by registration, without what few may see. */
    public Map<Long, Answers> open(Collection<Long> registrations, Questionnaire questionnaire) {
        return registrations.isEmpty() || questionnaire.questions().isEmpty()
                ? Map.of()
                : open(repository.of(registrations), questionnaire);
    }

    /** The same of everybody who is, or was, registered for an event. */
    public Map<Long, Answers> openOf(long event, Questionnaire questionnaire) {
        return questionnaire.questions().isEmpty() ? Map.of() : open(repository.ofEvent(event), questionnaire);
    }

    private Map<Long, Answers> open(List<AnswerRow> rows, Questionnaire questionnaire) {
        return byPerson(rows, questionnaire, question -> !question.sensitive());
    }

    private Map<Long, Answers> byPerson(List<AnswerRow> rows, Questionnaire questionnaire, Predicate<Question> wanted) {
        return rows.stream().collect(Collectors.groupingBy(AnswerRow::registrationId)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> read(person.getValue(), questionnaire, wanted)));
    }

    private Stream<AnswerRow> rows(Given given, Answers before, Instant now) {
        return given.questionnaire().current().stream()
                .flatMap(question -> rows(given, question, before.to(question.questionKey()), now));
    }

    private Stream<AnswerRow> rows(Given given, Question question, List<String> before, Instant now) {
        List<String> values = given.answers().to(question.questionKey());
        if (values.isEmpty()) {
            return Stream.empty();
        }
        if (question.type().isFile()) {
            return Stream.of(row(given.registration(), question, files.keep(question, values.get(0), before), now));
        }
        if (question.sensitive()) {
            byte[] sealed = vault.seal(values, given.registration(), question.id());
            return Stream.of(row(given.registration(), question, null, null, sealed, now));
        }
        if (!question.type().hasChoices()) {
            return values.stream().map(value -> row(given.registration(), question, null, value, null, now));
        }
        return values.stream()
                .flatMap(value -> given.questionnaire().choice(question, value).stream())
                .map(choice -> row(given.registration(), question, choice.id(), null, null, now));
    }

    private AnswerRow row(long registration, Question question, GivenFile file, Instant now) {
        String value = question.sensitive() ? null : file.value();
        byte[] sealed = question.sensitive() ? vault.seal(List.of(file.value()), registration, question.id()) : null;
        return new AnswerRow(null, registration, question.id(), null, value, sealed, now, file.id());
    }

    private static AnswerRow row(
            long registration,
            Question question,
            @Nullable Long choice,
            @Nullable String value,
            byte @Nullable [] sealed,
            Instant now) {
        return new AnswerRow(null, registration, question.id(), choice, value, sealed, now, null);
    }

    private Answers read(List<AnswerRow> rows, Questionnaire questionnaire, Predicate<Question> wanted) {
        Map<String, List<String>> byQuestion = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            if (wanted.test(question)) {
                List<String> values = new ArrayList<>();
                rows.stream()
                        .filter(row -> row.questionId() == question.id())
                        .forEach(row -> values.addAll(values(row, questionnaire)));
                byQuestion.put(question.questionKey(), values);
            }
        }
        return new Answers(byQuestion);
    }

    private List<String> values(AnswerRow row, Questionnaire questionnaire) {
        if (row.sealed() != null) {
            return vault.open(row.sealed(), row.registrationId(), row.questionId());
        }
        return Optional.ofNullable(row.given())
                .or(() -> questionnaire.choices().stream()
                        .filter(choice -> Long.valueOf(choice.id()).equals(row.choiceId()))
                        .map(Choice::choiceKey)
                        .findFirst())
                .stream()
                .toList();
    }
}
