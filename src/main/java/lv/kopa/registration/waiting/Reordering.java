package lv.kopa.registration.waiting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;

/** Gives somebody who waits another turn, for a reason that stays on record. */
@Singleton
@UnitOfWork
public class Reordering {
    private final WaitingRepository repository;
    private final Turning turning;
    private final Telling telling;

    Reordering(WaitingRepository repository, Turning turning, Telling telling) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
    }

    /**
     * Moves somebody to a place in line, counted from 1 among those who would take the same kind of place; behind all of
     * them where there are fewer. The turns of all others stay in the order they are in.
     *
     * @throws RegistrationSettled if they do not wait, or are offered a place
     */
    public void move(Registration known, int place, String reason, String actor) {
        Registration registration = turning.lock(known);
        List<Registration> before = repository.line(registration.eventId());
        if (registration.status() != RegistrationStatus.WAITING
                || before.stream().noneMatch(waiting -> waiting.id() == registration.id())) {
            throw new RegistrationSettled("registration.settled.not-in-line");
        }
        Set<Long> rivals = rivals(before, registration);
        List<Registration> after = moved(before, registration, rivals, place);
        for (int i = 0; i < after.size(); i++) {
            Integer turn = before.get(i).queueNumber();
            if (turn != null && !turn.equals(after.get(i).queueNumber())) {
                repository.move(after.get(i).id(), turn);
            }
        }
        int from = turn(before, registration, rivals);
        int to = turn(after, registration, rivals);
        telling.note(registration, Telling.MOVED, actor, from + " → " + to + ": " + reason);
    }

    /** Who would take what this person wishes for most. */
    private Set<Long> rivals(List<Registration> line, Registration registration) {
        Set<Long> rivals = new HashSet<>();
        line.stream()
                .filter(waiting -> Objects.equals(waiting.categoryId(), registration.categoryId()))
                .forEach(waiting -> rivals.add(waiting.id()));
        if (registration.categoryId() != null) {
            rivals.addAll(repository.wouldTake(registration.categoryId()));
        }
        return rivals;
    }

    private static List<Registration> moved(
            List<Registration> line, Registration registration, Set<Long> rivals, int place) {
        List<Registration> others = new ArrayList<>(line);
        others.removeIf(waiting -> waiting.id() == registration.id());
        List<Registration> before = others.stream()
                .filter(waiting -> rivals.contains(waiting.id()))
                .limit(place - 1L)
                .toList();
        int at = before.isEmpty() ? 0 : others.indexOf(before.get(before.size() - 1)) + 1;
        others.add(place == 1 ? first(others, rivals) : at, registration);
        return others;
    }

    /** Before the first of them, and behind those who want something else. */
    private static int first(List<Registration> line, Set<Long> rivals) {
        int at = 0;
        while (at < line.size() && !rivals.contains(line.get(at).id())) {
            at++;
        }
        return at;
    }

    private static int turn(List<Registration> line, Registration registration, Set<Long> rivals) {
        return 1
                + (int) line.stream()
                        .takeWhile(waiting -> waiting.id() != registration.id())
                        .filter(waiting -> rivals.contains(waiting.id()))
                        .count();
    }
}
