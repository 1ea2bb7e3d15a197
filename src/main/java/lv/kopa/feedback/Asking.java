package lv.kopa.feedback;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;

/** Writes what people are asked. Once somebody has answered, questions can be added and moved, and no more. */
@Singleton
class Asking {
    static final int MOST = 30;

    private final Feedbacks feedbacks;
    private final QuestionRepository questions;
    private final ChoiceRepository choices;
    private final Audit audit;

    Asking(Feedbacks feedbacks, QuestionRepository questions, ChoiceRepository choices, Audit audit) {
        this.feedbacks = feedbacks;
        this.questions = questions;
        this.choices = choices;
        this.audit = audit;
    }

    /** Asks what is usually asked, where nothing is asked yet. */
    @UnitOfWork
    void askTheUsual(Event event, String actor) {
        if (feedbacks.lock(event).items().isEmpty()) {
            add(event, usual(Kind.RATING, "feedback.usual.overall", true), 0);
            add(event, usual(Kind.RATING, "feedback.usual.useful", false), 1);
            add(event, usual(Kind.TEXT, "feedback.usual.good", false), 2);
            add(event, usual(Kind.TEXT, "feedback.usual.better", false), 3);
            note(event, actor);
        }
    }

    private static QuestionPlan usual(Kind kind, String key, boolean required) {
        Map<Language, String> labels = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            labels.put(language, Texts.in(language).get(key));
        }
        return new QuestionPlan(kind, Translated.of(labels), required, List.of());
    }

    /**
     * Asks one thing more.
     *
     * @return false, and nothing is done, where as much is asked as anybody would answer
     */
    @UnitOfWork
    boolean add(Event event, QuestionPlan plan, String actor) {
        List<Asked.Item> asked = feedbacks.lock(event).items();
        if (asked.size() >= MOST) {
            return false;
        }
        add(event, plan, asked.size());
        note(event, actor);
        return true;
    }

    private void add(Event event, QuestionPlan plan, int position) {
        Question added =
                questions.save(new Question(0, event.id(), position, plan.kind(), plan.label(), plan.required()));
        offer(added.id(), plan.choices());
    }

    private void offer(long question, List<Translated> labels) {
        for (int i = 0; i < labels.size(); i++) {
            choices.save(new Choice(0, question, i, labels.get(i)));
        }
    }

    /**
     * Asks it in another way.
     *
     * @throws QuestionsSettled if somebody has answered
     */
    @UnitOfWork
    void change(Event event, long id, QuestionPlan plan, String actor) {
        requireUnanswered(event, id);
        questions.change(id, plan.kind(), plan.label(), plan.required());
        choices.removeOf(id);
        offer(id, plan.choices());
        note(event, actor);
    }

    /**
     * Asks it no more.
     *
     * @throws QuestionsSettled if somebody has answered
     */
    @UnitOfWork
    void remove(Event event, long id, String actor) {
        requireUnanswered(event, id);
        choices.removeOf(id);
        questions.remove(id);
        note(event, actor);
    }

    private void requireUnanswered(Event event, long id) {
        if (feedbacks.lock(event).item(id).isEmpty()) {
            throw new UnknownQuestion();
        }
        if (feedbacks.given(event) > 0) {
            throw new QuestionsSettled();
        }
    }

    /** Asks it one place earlier or later. */
    @UnitOfWork
    void move(Event event, long id, boolean up) {
        Asked asked = feedbacks.lock(event);
        List<Asked.Item> items = new ArrayList<>(asked.items());
        int place = items.indexOf(asked.item(id).orElseThrow(UnknownQuestion::new));
        int other = place + (up ? -1 : 1);
        if (other >= 0 && other < items.size()) {
            Collections.swap(items, place, other);
        }
        for (int i = 0; i < items.size(); i++) {
            questions.place(items.get(i).question().id(), i);
        }
    }

    /** A copy of an event asks the same, once it is told to. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (copy.parts().contains(EventPart.QUESTIONS)) {
            List<Asked.Item> items = feedbacks.of(copy.from()).items();
            for (int i = 0; i < items.size(); i++) {
                add(copy.to(), QuestionPlan.of(items.get(i)), i);
            }
        }
    }

    private void note(Event event, String actor) {
        audit.record(new Deed(actor, "event", event.id(), "feedback-questions", null));
    }
}
