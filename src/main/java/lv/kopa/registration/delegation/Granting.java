package lv.kopa.registration.delegation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Turning;
import lv.kopa.text.InvalidInput;

/** Gives partners places, and takes them back, each in one transaction with the mail to the head and the record of it. */
@Singleton
@UnitOfWork
public class Granting {
    private final DelegationRepository repository;
    private final DelegateRepository delegates;
    private final AllotmentRepository allotments;
    private final Closing closing;
    private final Rules rules;

    Granting(
            DelegationRepository repository,
            DelegateRepository delegates,
            AllotmentRepository allotments,
            Closing closing,
            Rules rules) {
        this.repository = repository;
        this.delegates = delegates;
        this.allotments = allotments;
        this.closing = closing;
        this.rules = rules;
    }

    /**
     * Who gives places.
     *
     * @param person the id
     */
    public record Giver(long person, String actor) {}

    /** Places, who moves up to them, and who hears of it. */
    @Singleton
    record Rules(Reserve reserve, Turning turning, DelegationMail mail, Audit audit, Foresight foresight) {}

    /**
     * Takes places for a partner, and writes to its head.
     *
     * @param submission names the form it came with, so that the same one sent twice counts once
     * @throws DelegationSettled if nobody can come to the event any more
     * @throws InvalidInput where there are not as many places
     */
    public Delegation give(long event, Grant grant, Giver giver, String submission) {
        rules.reserve().lock(event);
        Optional<Delegation> before = repository.submitted(submission, event);
        return before.isPresent() ? before.get() : give(ahead(event), grant, giver, submission);
    }

    private Delegation give(EventDetails now, Grant grant, Giver giver, String submission) {
        rules.reserve().take(now.event().id(), grant.places());
        Instant today = rules.foresight().now();
        Delegation given = repository.save(grant.by(
                giver.person(), now.event().id(), today, rules.foresight().beforehand(grant.until())));
        repository.submit(submission, given.key());
        grant.places().forEach((kind, places) -> allot(given, kind, places));
        record(given, giver.actor(), "given", grant);
        rules.mail().given(now, given, allotments.of(given.key()));
        return given;
    }

    /**
     * Changes what a partner was given. Who was named stays.
     *
     * @throws DelegationSettled if it has ended
     * @throws InvalidInput where there are not as many places, or more are filled
     */
    public void change(Delegation known, Grant grant, String actor) {
        Delegation before = open(known);
        EventDetails event = ahead(before.eventId());
        Map<Long, Allotment> had =
                allotments.of(before.key()).stream().collect(Collectors.toMap(Allotment::kind, Function.identity()));
        SortedMap<Long, Integer> more = new TreeMap<>();
        SortedMap<Long, Integer> fewer = new TreeMap<>();
        for (Allotment allotment : had.values()) {
            int wanted = grant.places().getOrDefault(allotment.kind(), 0);
            resize(event, allotment, wanted);
            if (wanted != allotment.places()) {
                (wanted < allotment.places() ? fewer : more)
                        .put(allotment.kind(), Math.abs(wanted - allotment.places()));
            }
        }
        grant.places().forEach((kind, places) -> {
            if (!had.containsKey(kind)) {
                allot(before, kind, places);
                more.put(kind, places);
            }
        });
        rules.reserve().free(before.eventId(), fewer);
        rules.reserve().take(before.eventId(), more);
        rewrite(event, before, grant);
        record(before, actor, "changed", grant);
        rules.turning().promote(event);
    }

    private void resize(EventDetails event, Allotment allotment, int wanted) {
        if (allotments.resize(allotment.key(), wanted) == 0) {
            String field = Grant.field(event, allotment.kind());
            throw new InvalidInput(field, "registration.delegation.fault.filled", allotment.filled());
        }
    }

    private void allot(Delegation delegation, long kind, int places) {
        if (places > 0) {
            allotments.save(new Allotment(null, delegation.key(), kind == 0 ? null : kind, places, 0, 0));
        }
    }

    private void rewrite(EventDetails event, Delegation before, Grant grant) {
        Delegation after = grant.to(before, rules.foresight().beforehand(grant.until()));
        repository.change(after);
        if (!before.email().equals(after.email())) {
            repository.endLinks(before.key());
            delegates.moveMail(before.key(), before.email(), after.email());
        }
        rules.mail().changed(event, after, allotments.of(after.key()));
    }

    /** Sends the head a new link. */
    public void sendAgain(Delegation known, String actor) {
        Delegation delegation = open(known);
        rules.audit().record(new Deed(actor, "delegation", delegation.key(), "link-sent"));
        rules.mail().given(ahead(delegation.eventId()), delegation, allotments.of(delegation.key()));
    }

    /** Takes back what is empty; who was named stays, in a place of the event's own. */
    public void withdraw(Delegation known, String actor) {
        Delegation delegation = open(known);
        EventDetails event = rules.turning().event(delegation.eventId());
        closing.withdraw(delegation, event, actor, rules.foresight().now());
        rules.turning().promote(event);
    }

    private Delegation open(Delegation known) {
        rules.reserve().lock(known.eventId());
        return repository.lock(known.key()).filter(Delegation::isOpen).orElseThrow(DelegationSettled::new);
    }

    private EventDetails ahead(long event) {
        EventDetails now = rules.turning().event(event);
        if (!now.event().isAhead(rules.foresight().now())) {
            throw new DelegationSettled();
        }
        return now;
    }

    private void record(Delegation delegation, String actor, String deed, Grant grant) {
        rules.audit().record(new Deed(actor, "delegation", delegation.key(), deed, grant.total() + " places"));
    }
}
