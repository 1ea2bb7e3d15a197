package lv.kopa.registration.undo;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Outbox;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.change.Changes;
import lv.kopa.registration.entry.CalendarPost;

/**
 * Lets organisers undo, for some minutes, what they decided on several people at once. The mails about it wait until that
 * is over; who has been told all the same that they are approved stays so.
 */
@Singleton
@UnitOfWork
public class Decisions {
    private final Rows rows;
    private final Turning turning;
    private final Telling telling;
    private final Post post;
    private final Duration patience;

    Decisions(
            Rows rows,
            Turning turning,
            Telling telling,
            Post post,
            @Value("${kopa.undo-decisions}") Duration patience) {
        this.rows = rows;
        this.turning = turning;
        this.telling = telling;
        this.post = post;
        this.patience = patience;
    }

    /** Decisions, and the registrations they are about. */
    @Singleton
    record Rows(DecisionRepository decisions, UndoRepository registrations) {}

    /** What waits to be sent, to go into calendars, and to be told of events. */
    @Singleton
    record Post(Outbox outbox, CalendarPost calendar, Changes changes) {}

    /** A person of a decision, and what became of them when it was undone, if it was. */
    public record Line(Registration person, Optional<Fate> fate) {}

    /** For how many minutes a decision can be undone. */
    public long minutes() {
        return patience.toMinutes();
    }

    /**
     * Decides, so that it can be undone.
     *
     * @param approved whether the people are approved; else declined
     * @param people who awaited a decision so far
     * @param deed what does it to each of them, in the same unit of work
     */
    public void decide(EventDetails event, boolean approved, List<Registration> people, String actor, Runnable deed) {
        List<Registration> before = people.stream().map(turning::lock).toList();
        Map<Long, String> others = before.stream().collect(Collectors.toMap(Registration::id, this::others));
        Map<Long, String> behind =
                post.changes().untold(before.stream().map(Registration::id).toList());
        String known = post.changes().known(turning.event(event.event().id()));
        long newest = post.outbox().newest();
        deed.run();
        Instant now = telling.now();
        Instant until = now.plus(patience);
        Decision decision = rows.decisions()
                .save(new Decision(
                        0, event.event().id(), approved, before.size(), actor, now, until, known, null, null));
        for (Registration person : before) {
            int revision = turning.lock(person).revision();
            rows.decisions()
                    .add(
                            decision.id(),
                            person.id(),
                            person.categoryId(),
                            others.getOrDefault(person.id(), ""),
                            revision,
                            behind.get(person.id()));
        }
        post.outbox()
                .hold(
                        decision.id(),
                        before.stream().map(Registration::reference).toList(),
                        newest,
                        until);
    }

    private String others(Registration registration) {
        return rows.registrations().others(registration.id()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /** What can be undone of an event at the moment, the latest first. */
    public List<Decision> open(Event event) {
        Instant now = telling.now();
        return event.isAhead(now) ? rows.decisions().open(event.id(), now) : List.of();
    }

    /**
     * A decision of an event.
     *
     * @throws UnknownRegistration where there is none
     */
    public Decision get(Event event, long id) {
        return rows.decisions().find(id, event.id()).orElseThrow(UnknownRegistration::new);
    }

    /** The people of a decision in the order in which they registered. */
    public List<Line> people(Decision decision) {
        Map<Long, Decided> decided = decided(decision);
        return rows.decisions().registrations(decision.id()).stream()
                .map(person -> new Line(
                        person, Optional.ofNullable(decided.get(person.id())).map(Decided::fate)))
                .toList();
    }

    private Map<Long, Decided> decided(Decision decision) {
        return rows.decisions().people(decision.id()).stream()
                .collect(Collectors.toMap(Decided::registrationId, Function.identity()));
    }

    /**
     * Undoes a decision as far as it can be, once: people await a decision again, and the places they had go to whoever is
     * next.
     *
     * @return false where it is too late, or somebody has undone it before; nothing is done then
     */
    public boolean undo(Event known, Decision decision, String actor) {
        List<Registration> people = new ArrayList<>();
        rows.decisions().registrations(decision.id()).forEach(person -> people.add(turning.lock(person)));
        EventDetails event = turning.event(known.id());
        if (!event.event().isAhead(telling.now()) || rows.decisions().undo(decision.id(), actor, telling.now()) == 0) {
            return false;
        }
        Map<Long, Decided> decided = decided(decision);
        for (Registration person : people) {
            Decided before = decided.get(person.id());
            Fate fate = before == null || isChanged(person, before)
                    ? Fate.CHANGED
                    : decision.approved()
                            ? unapprove(event, person, before, decision, actor)
                            : undecline(event, person, before, decision, actor);
            rows.decisions().note(decision.id(), person.id(), fate);
        }
        turning.promote(event);
        return true;
    }

    private static boolean isChanged(Registration person, Decided decided) {
        return person.isErased() || person.revision() != decided.revision();
    }

    private Fate unapprove(EventDetails event, Registration person, Decided before, Decision decision, String actor) {
        if (!post.outbox().recall(person.reference(), decision.id())) {
            return Fate.TOLD_BEFORE;
        }
        post.calendar().takeBack(person.reference());
        turning.free(person);
        rows.registrations().unapprove(person.id(), before.categoryId(), telling.now());
        if (!before.otherCategories().isEmpty()) {
            rows.registrations().wish(person.id(), before.otherCategories());
        }
        telling.note(person, "approval-undone", actor, null);
        catchUp(event, person, before, decision);
        return Fate.UNDONE;
    }

    private Fate undecline(EventDetails event, Registration person, Decided before, Decision decision, String actor) {
        if (rows.registrations().isRegistered(person.eventId(), person.emailKey())) {
            return Fate.REGISTERED_ANEW;
        }
        boolean unheard = post.outbox().recall(person.reference(), decision.id());
        rows.registrations().restore(person.id(), RegistrationStatus.AWAITING_APPROVAL, null, telling.now());
        telling.note(person, "refusal-undone", actor, null);
        if (unheard) {
            catchUp(event, person, before, decision);
            return Fate.UNDONE;
        }
        telling.counts(event, turning.lock(person));
        return Fate.TOLD_ANEW;
    }

    /** Whoever does not get the mail does not learn from it how the event is by now; who was declined was left out of news. */
    private void catchUp(EventDetails event, Registration person, Decided before, Decision decision) {
        String known = before.known() == null ? decision.known() : before.known();
        post.changes()
                .hearAfterAll(event, person.id(), known)
                .ifPresent(then -> telling.changed(then, event, turning.lock(person)));
    }
}
