package lv.kopa.registration.delegation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Turning;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;
import org.jspecify.annotations.Nullable;

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
    record Rules(Places places, Turning turning, DelegationMail mail, Audit audit, Reminder reminder) {
        @Singleton
        record Reminder(@Value("${kopa.delegation.remind}") Duration ahead, Clock clock) {
            Instant now() {
                return clock.instant().truncatedTo(ChronoUnit.MICROS);
            }

            /** When a head was reminded who is not to be: there is no need right after they were written to. */
            @Nullable
            Instant beforehand(Instant until) {
                return now().plus(ahead).isBefore(until) ? null : now();
            }
        }
    }

    /**
     * Takes places for a partner, and writes to its head.
     *
     * @param submission names the form it came with, so that the same one sent twice counts once
     * @throws DelegationSettled if nobody can come to the event any more
     * @throws InvalidInput where there are not as many places
     */
    public Delegation give(long event, Grant grant, Giver giver, String submission) {
        rules.places().lock(event);
        Optional<Delegation> before = repository.submitted(submission, event);
        return before.isPresent() ? before.get() : give(ahead(event), grant, giver, submission);
    }

    private Delegation give(EventDetails now, Grant grant, Giver giver, String submission) {
        take(now, grant.places());
        Delegation given = repository.save(new Delegation(
                null,
                now.event().id(),
                grant.organisation(),
                grant.partner(),
                grant.head().name(),
                grant.head().email().value(),
                grant.head().language().tag(),
                grant.note(),
                grant.until(),
                giver.person(),
                rules.reminder().now(),
                rules.reminder().beforehand(grant.until()),
                null,
                false));
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
        rules.places().freeMany(before.eventId(), fewer);
        take(event, more);
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
        Delegation after = new Delegation(
                before.key(),
                before.eventId(),
                grant.organisation(),
                grant.partner(),
                grant.head().name(),
                grant.head().email().value(),
                grant.head().language().tag(),
                grant.note(),
                grant.until(),
                before.givenBy(),
                before.givenAt(),
                rules.reminder().beforehand(grant.until()),
                null,
                false);
        repository.change(after);
        if (!before.email().equals(after.email())) {
            repository.endLinks(before.key());
            delegates.moveMail(before.key(), before.email(), after.email());
        }
        rules.mail().changed(event, after, allotments.of(after.key()));
    }

    /** Places of an event that was locked before it was read, so that what it has left is what there is. */
    private void take(EventDetails event, SortedMap<Long, Integer> wanted) {
        if (rules.places().takeMany(event.event().id(), wanted)) {
            return;
        }
        EventDetails now = rules.turning().event(event.event().id());
        Faults faults = new Faults();
        wanted.forEach((kind, places) -> now.categoryOf(kind)
                .flatMap(Category::placesLeft)
                .filter(left -> left < places)
                .ifPresent(left -> faults.add(Grant.field(event, kind), "registration.delegation.fault.few", left)));
        faults.refuseIfAny();
        throw new InvalidInput(
                Grant.field(event, wanted.firstKey()),
                "registration.delegation.fault.few-in-event",
                event.event().placesLeft().orElse(0));
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
        closing.withdraw(delegation, event, actor, rules.reminder().now());
        rules.turning().promote(event);
    }

    private Delegation open(Delegation known) {
        rules.places().lock(known.eventId());
        return repository.lock(known.key()).filter(Delegation::isOpen).orElseThrow(DelegationSettled::new);
    }

    private EventDetails ahead(long event) {
        EventDetails now = rules.turning().event(event);
        if (!now.event().isAhead(rules.reminder().now())) {
            throw new DelegationSettled();
        }
        return now;
    }

    private void record(Delegation delegation, String actor, String deed, Grant grant) {
        rules.audit().record(new Deed(actor, "delegation", delegation.key(), deed, grant.total() + " places"));
    }
}
