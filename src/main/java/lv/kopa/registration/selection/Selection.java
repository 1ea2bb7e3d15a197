package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.undo.Decisions;

/** What organisers think of those who ask for a place, and whom they choose. */
@Singleton
@UnitOfWork
public class Selection {
    private final SelectionRepository repository;
    private final Registrations registrations;
    private final Turning turning;
    private final Telling telling;
    private final Decisions decisions;

    Selection(
            SelectionRepository repository,
            Registrations registrations,
            Turning turning,
            Telling telling,
            Decisions decisions) {
        this.repository = repository;
        this.registrations = registrations;
        this.turning = turning;
        this.telling = telling;
        this.decisions = decisions;
    }

    /**
     * What is to become of some people.
     *
     * @param approved whether they are approved; else declined
     * @param people their registrations' references, in the order in which they are to have the places there are
     * @param reason why; those who are declined read it, of those who are approved it may be ""
     * @param restMayWait whether those for whom there is no place are to wait for one
     */
    record Verdict(boolean approved, List<String> people, String reason, boolean restMayWait) {}

    /** What is thought of somebody. */
    public Opinion of(Registration registration) {
        List<Long> one = List.of(registration.id());
        Map<Long, Integer> points =
                repository.marks(one).stream().collect(Collectors.toMap(Mark::criterionId, Mark::points));
        Map<String, Integer> named = new LinkedHashMap<>();
        repository.criteria(registration.eventId()).stream()
                .filter(criterion -> points.containsKey(criterion.id()))
                .forEach(criterion -> named.merge(criterion.name(), points.get(criterion.id()), Integer::sum));
        String note = repository.notes(one).stream().findFirst().map(Note::note).orElse("");
        return new Opinion(note, named);
    }

    /**
     * Keeps what somebody made of people, without deciding on them.
     *
     * @return of how many it was anything
     * @throws NoteChanged if somebody else wrote another note meanwhile; nothing is kept then
     * @throws RegistrationSettled if a registration is another person's by now; nothing is kept then either
     */
    int keep(EventDetails event, List<Judgement> judgements, String actor) {
        List<Judgement> some = judgements.stream().filter(one -> !one.isNone()).toList();
        List<Registration> people =
                some.stream().map(judgement -> locked(event, judgement)).toList();
        List<Criterion> criteria = repository.criteria(event.event().id());
        for (int i = 0; i < people.size(); i++) {
            keep(people.get(i), some.get(i), criteria, actor);
        }
        return people.size();
    }

    /**
     * Decides on people, all or nobody, and keeps what was made of them. It can be undone for some minutes.
     *
     * @return the references of those who have a place now
     * @throws NotAllFit if there are places for some only, and the rest may not wait
     * @throws NoteChanged as {@link #keep}
     * @throws RegistrationSettled as {@link #keep}, and if somebody awaits nothing any more, or the event is over
     */
    Set<String> decide(EventDetails event, List<Judgement> judgements, Verdict verdict, String actor) {
        List<Registration> people = verdict.people().stream()
                .map(reference -> own(event, reference))
                .toList();
        people.stream().findFirst().ifPresent(turning::lock);
        judgements.stream()
                .filter(judgement -> verdict.people().contains(judgement.reference()))
                .forEach(judgement -> locked(event, judgement));
        keep(event, judgements, actor);
        List<Registration> seated = new ArrayList<>();
        decisions.decide(event, verdict.approved(), people, actor, () -> {
            if (verdict.approved()) {
                seated.addAll(approve(people, verdict, actor));
            } else {
                people.forEach(person -> registrations.decline(person, verdict.reason(), actor));
            }
        });
        return seated.stream().map(Registration::reference).collect(Collectors.toSet());
    }

    private List<Registration> approve(List<Registration> people, Verdict verdict, String actor) {
        List<Registration> seated = new ArrayList<>();
        for (Registration person : people) {
            Registration approved = registrations.approve(person, actor);
            if (!verdict.reason().isEmpty()) {
                telling.note(person, Telling.CHOSEN, actor, verdict.reason());
            }
            if (approved.isConfirmed()) {
                seated.add(approved);
            }
        }
        if (seated.size() < people.size() && !verdict.restMayWait()) {
            throw new NotAllFit(seated.stream().map(Registration::name).toList());
        }
        return seated;
    }

    private void keep(Registration person, Judgement judgement, List<Criterion> criteria, String actor) {
        Map<Long, Integer> before = repository.marks(List.of(person.id())).stream()
                .collect(Collectors.toMap(Mark::criterionId, Mark::points));
        List<String> changes = new ArrayList<>();
        for (Criterion criterion : criteria) {
            if (judgement.points().containsKey(criterion.id())) {
                Optional<Integer> points = judgement.points().getOrDefault(criterion.id(), Optional.empty());
                points.ifPresentOrElse(
                        given -> repository.mark(person.id(), criterion.id(), given),
                        () -> repository.unmark(person.id(), criterion.id()));
                changes.add(criterion.name() + ": " + said(Optional.ofNullable(before.get(criterion.id()))) + " → "
                        + said(points));
            }
        }
        if (!changes.isEmpty()) {
            telling.note(person, Telling.MARKED, actor, String.join("; ", changes));
        }
        judgement.note().ifPresent(note -> write(person, note, judgement.version(), actor));
    }

    private void write(Registration person, String note, int version, String actor) {
        long written = version == 0
                ? repository.write(person.id(), note, actor, telling.now())
                : repository.rewrite(person.id(), note, version, actor, telling.now());
        if (written == 0) {
            throw new NoteChanged(person.reference());
        }
        telling.note(person, "note-written", actor, null);
    }

    private static String said(Optional<Integer> points) {
        return points.map(String::valueOf).orElse("–");
    }

    /** The registration of whom the page showed, which nobody erases or takes over before the transaction ends. */
    private Registration locked(EventDetails event, Judgement judgement) {
        Registration person = turning.lock(own(event, judgement.reference()));
        if (person.isErased() || !Judgement.mark(person).equals(judgement.person())) {
            throw new RegistrationSettled("workspace.selection.fault.person");
        }
        return person;
    }

    private Registration own(EventDetails event, String reference) {
        Registration registration = registrations.byReference(reference);
        if (registration.eventId() != event.event().id() || registration.isErased()) {
            throw new UnknownRegistration();
        }
        return registration;
    }
}
