package lv.kopa.registration.own;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerBook.Given;
import lv.kopa.registration.wish.AnswerReader;
import lv.kopa.text.Faults;

/** Lets people answer what they are asked once they have a place, and change what they answered, until the deadline. */
@Singleton
@UnitOfWork
public class Answering {
    private final Registrations registrations;
    private final AnswerBook book;
    private final Places places;
    private final Turning turning;
    private final Telling telling;

    Answering(Registrations registrations, AnswerBook book, Places places, Turning turning, Telling telling) {
        this.registrations = registrations;
        this.book = book;
        this.places = places;
        this.turning = turning;
        this.telling = telling;
    }

    /** What a person has yet to answer of what is needed, even if it is too late. */
    public static List<Question> missing(Registration registration, EventDetails event, Answers given) {
        return event.questionnaire()
                .missing(
                        question -> Answerable.isAsked(registration, question),
                        event.categoryKey(registration.categoryId()),
                        given);
    }

    /**
     * Takes what somebody answers in the place of what they answered before. Where they answered the very same meanwhile,
     * as by a form that was sent twice, there is nothing to do.
     *
     * @param edition that of the answers as the person saw them
     * @param typed as {@link AnswerReader#read} takes it
     * @throws ChangedMeanwhile if they have answered otherwise in another window meanwhile
     * @throws ChangesClosed if the deadline has passed, or the registration was given up
     * @throws lv.kopa.text.InvalidInput with every fault, and choices that others have taken
     */
    public void answer(Registration known, long edition, Map<String, ?> typed) {
        Registration registration = turning.lock(known);
        EventDetails event = turning.event(registration.eventId());
        Answers before = book.of(registration.id(), event.questionnaire());
        Answerable answerable = new Answerable(registration, event, before, telling.now());
        if (event.event().isCancelled()) {
            throw ChangesClosed.calledOff();
        }
        if (!answerable.isOpen()) {
            throw ChangesClosed.forAnswers();
        }
        String category = event.categoryKey(registration.categoryId());
        Faults faults = new Faults();
        Answers answers =
                new AnswerReader(event.questionnaire(), faults).read(answerable::isOpen, category, typed, before);
        if (book.edition(registration.id()) != edition) {
            if (faults.found().isEmpty() && answers.equals(event.questionnaire().counting(category, before))) {
                return;
            }
            throw new ChangedMeanwhile();
        }
        faults.refuseIfAny();
        boolean freed = exchange(event, registration, answers);
        book.replace(new Given(registration.id(), event.questionnaire(), answers), telling.now());
        telling.note(registration, "answered", Deed.PARTICIPANT, null);
        if (freed || registration.status() == RegistrationStatus.WAITING) {
            turning.promote(event);
        }
    }

    /** Whether choices were given back, perhaps for others. */
    private boolean exchange(EventDetails event, Registration registration, Answers answers) {
        Claim before = registrations.claim(registration);
        Claim after = new Claim(
                before.category(), before.sessions(), event.questionnaire().chosen(answers));
        boolean holds = turning.holds(registration);
        if (holds && !places.exchange(before, after)) {
            refuseFull(event.questionnaire(), before, answers);
        }
        return holds && !after.choices().containsAll(before.choices());
    }

    private static void refuseFull(Questionnaire asked, Claim before, Answers answers) {
        Faults faults = new Faults();
        List<Long> wanted = asked.chosen(answers).stream()
                .filter(choice -> !before.choices().contains(choice))
                .toList();
        asked.full(wanted).forEach(question -> faults.add(question.field(), "registration.fault.answer.full"));
        faults.refuseIfAny();
    }
}
