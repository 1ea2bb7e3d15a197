package lv.kopa.registration.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.Message;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.registration.handover.NotYet;
import lv.kopa.text.Texts;
import lv.kopa.web.Shell;

/**
 * A person's own page.
 *
 * @param path its secret address
 */
public record OwnPage(EventView view, Registration registration, String path, Situation situation) {
    private static final int LATEST = 3;

    public Shell shell() {
        return view.shell();
    }

    public RegistrationStatus status() {
        return registration.status();
    }

    /** What is said first. */
    public OwnStanding standing() {
        return new OwnStanding(view, registration, situation);
    }

    /** What there is to say of a turn, or of a place that is offered. */
    public OwnLine inLine() {
        return new OwnLine(view, registration, situation);
    }

    /** Whether the person may still look forward to the event, or to a place in it. */
    public boolean isAhead() {
        return standing().isAhead();
    }

    public Optional<Category> category() {
        return view.details().categoryOf(registration.categoryId());
    }

    public List<Session> chosenSessions() {
        return view.details().chosen().stream()
                .filter(session -> situation.chosen().contains(session.id()))
                .toList();
    }

    /** Sessions the person comes to, with what only confirmed people see. */
    public List<Session> ownSessions() {
        return view.details().planned().stream()
                .filter(session -> session.isFor(situation.chosen()))
                .toList();
    }

    /** Those of them that have a link or a contact. */
    public List<Session> linkedSessions() {
        return ownSessions().stream()
                .filter(session -> session.onlineUrl() != null || session.hostContact() != null)
                .toList();
    }

    public boolean maySeeLinks() {
        return registration.isConfirmed() && !view.event().isCancelled();
    }

    /** Whether the person can still change it, or give it up, alone. */
    public boolean mayChange() {
        return status().isLive() && view.event().changesAllowed(view.now());
    }

    /** Whether the person has something to hand over to somebody else. */
    public boolean mayHandOver() {
        return isToHandOver() && situation.handOverFrom().isEmpty();
    }

    private boolean isToHandOver() {
        return mayChange() && registration.isConfirmed() && !isKept();
    }

    /** That it cannot be handed over yet, and until when, where that is so. */
    public Optional<String> handOverFrom() {
        return situation.handOverFrom().filter(until -> isToHandOver()).map(until -> new NotYet(view, until).why());
    }

    /** Whether the place is not the person's to give, but the head's of a delegation. */
    public boolean isKept() {
        return situation
                .delegation()
                .filter(delegation -> delegation.isFillable(view.event(), view.now()))
                .isPresent();
    }

    /** When a session is, by whose clock. */
    public String time(Session session) {
        return new EventFacts(view.details(), shell().language()).time(session);
    }

    public List<AnswerWords.Line> answers() {
        return new AnswerWords(view.details().questionnaire(), shell().language())
                .lines(situation.answers(), question -> true);
    }

    private Answerable answerable() {
        return new Answerable(registration, view.details(), situation.answers(), view.now());
    }

    /** How many answers are needed that the person has yet to give, and still may. */
    public int missing() {
        return answerable().missing().size();
    }

    /** Until when the first of them, in a sentence; "" while nobody knows. */
    public String missingUntil() {
        Answerable answerable = answerable();
        return answerable
                .until(answerable.missing())
                .map(until -> shell().text("registration.own.answers.until", view.deadline(until)))
                .orElse("");
    }

    /** Whether answers are missing that the person can give by themselves no longer. */
    public boolean isTooLateToAnswer() {
        return isAhead() && answerable().isTooLate();
    }

    /** Files that are needed and that the person has yet to give, by what they are called. */
    public String missingFiles() {
        return answerable().missing().stream()
                .filter(question -> question.type().isFile())
                .map(question -> shell().text(question.label()))
                .collect(Collectors.joining("; "));
    }

    /** Whether the person is asked now what they think of the event. */
    public boolean isAskedForFeedback() {
        return situation.feedback() && view.event().wasHeld(view.now());
    }

    /** Whether sessions are still to be chosen by somebody whom another person registered, who could not choose them. */
    public boolean isToChoose() {
        return mayChange()
                && (situation.party().isPresent() || situation.delegation().isPresent())
                && !view.details().chosen().isEmpty()
                && situation.chosen().isEmpty()
                && situation.turns().isEmpty();
    }

    /** Whether there is anything to answer. */
    public boolean mayAnswer() {
        return !answerable().asked().isEmpty();
    }

    /** By when it is decided, where the person waits for that. */
    public Optional<String> decision() {
        return isAhead() && status() == RegistrationStatus.AWAITING_APPROVAL
                ? Optional.of(view.decision())
                : Optional.empty();
    }

    public String untilWhen() {
        var until = view.event().changesUntil();
        return until == null
                ? shell().text("registration.own.until-start")
                : shell().text("registration.own.until", view.deadline(until));
    }

    public String contact() {
        String email = view.details().organisation().email();
        return email == null ? view.details().organisation().name() : email;
    }

    public List<Step> steps() {
        return Step.of(situation, Texts.in(shell().language()));
    }

    /** The latest mails, which stand there at once. */
    public List<Message> latestMessages() {
        return situation.messages().stream().limit(LATEST).toList();
    }

    /** Those before, which unfold. */
    public List<Message> earlierMessages() {
        return situation.messages().stream().skip(LATEST).toList();
    }

    /** What became of a mail. */
    public String stateOf(Message message) {
        return shell().text(message.item().state().textKey());
    }

    public String when(Instant instant) {
        return view.moment(instant);
    }

    /** What was agreed to, and may be. */
    public OwnConsents consents() {
        return new OwnConsents(view, registration, situation);
    }
}
