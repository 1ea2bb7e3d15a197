package lv.kopa.feedback;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/** How, and whether, the people of events are asked what they think. */
@Singleton
public class Feedbacks {
    /** After that long, a mail that asks for it comes too late. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final TermsRepository terms;
    private final QuestionRepository questions;
    private final ChoiceRepository choices;
    private final Audit audit;
    private final Clock clock;

    Feedbacks(TermsRepository terms, QuestionRepository questions, ChoiceRepository choices, Audit audit, Clock clock) {
        this.terms = terms;
        this.questions = questions;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked of the people of an event. */
    public Asked of(Event event) {
        return with(terms.find(event.id()).orElseGet(() -> Terms.first(event.id())));
    }

    /** The same, which nobody changes before the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asked lock(Event event) {
        return with(terms.lock(event.id()).orElseGet(() -> Terms.first(event.id())));
    }

    private Asked with(Terms known) {
        Map<Long, List<Choice>> offered =
                choices.of(known.eventId()).stream().collect(Collectors.groupingBy(Choice::questionId));
        return new Asked(
                known,
                questions.of(known.eventId()).stream()
                        .map(question -> new Asked.Item(question, offered.getOrDefault(question.id(), List.of())))
                        .toList());
    }

    /** How many have answered. */
    public long given(Event event) {
        return terms.given(event.id());
    }

    /** Those whose people are to be written to by now. */
    public List<Terms> due() {
        return terms.due(clock.instant().minus(PATIENCE), clock.instant());
    }

    /** Remembers that everybody was written to. */
    @UnitOfWork
    public void mailed(Terms known) {
        terms.mailed(known.eventId(), now());
    }

    /**
     * Says how people are asked.
     *
     * @throws QuestionsSettled if it is to have names, or none, and somebody relied on the contrary
     */
    @UnitOfWork
    void settle(Event event, Terms wanted, String actor) {
        boolean otherwise = lock(event).terms().anonymous() != wanted.anonymous();
        if (otherwise && given(event) > 0) {
            throw new QuestionsSettled();
        }
        terms.settle(event.id(), wanted.anonymous(), wanted.hoursAfter(), wanted.ratingShown());
        note(event, "feedback-settled", actor, wanted.anonymous() ? "anonymous" : "named");
    }

    /** Lets people answer from now on; does nothing where nothing is asked. */
    @UnitOfWork
    void open(Event event, String actor) {
        Asked asked = lock(event);
        Terms known = asked.terms();
        if (!asked.items().isEmpty() && !known.isOpen()) {
            terms.settle(event.id(), known.anonymous(), known.hoursAfter(), known.ratingShown());
            terms.open(event.id(), now());
            note(event, "feedback-opened", actor, null);
        }
    }

    /** Lets nobody answer any more; what was said stays. */
    @UnitOfWork
    void close(Event event, String actor) {
        if (lock(event).terms().isOpen()) {
            terms.open(event.id(), null);
            note(event, "feedback-closed", actor, null);
        }
    }

    private void note(Event event, String deed, String actor, @Nullable String detail) {
        audit.record(new Deed(actor, "event", event.id(), deed, detail));
    }

    /** Now, as finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
