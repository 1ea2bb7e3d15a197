package lv.kopa.export.regular;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Who gets which list, and how often. */
@Singleton
@UnitOfWork
class ListOrders {
    static final int MOST = 20;

    private final ListOrderRepository repository;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    ListOrders(ListOrderRepository repository, People people, Audit audit, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    List<ListOrder> of(Event event) {
        return repository.of(event.id());
    }

    /** Those of a team who may see whole lists. */
    List<Member> readers(EventDetails event) {
        return people.team(event.organisation().id()).stream()
                .filter(member -> member.role() != Role.CHECK_IN)
                .toList();
    }

    Optional<Member> reader(EventDetails event, long person) {
        return readers(event).stream()
                .filter(member -> member.personId() == person)
                .findFirst();
    }

    /** The one that somebody reads mail in. */
    Language language(Member reader) {
        return people.find(reader.personId()).map(Person::language).orElse(Language.EN);
    }

    /**
     * From the next morning on.
     *
     * @return false, and nothing is done, where there are as many as anybody would read
     */
    boolean add(Event event, Member reader, Rhythm rhythm, Part part, String actor) {
        if (of(event).size() >= MOST) {
            return false;
        }
        AttendeeFilter filter = part.filter();
        ListOrder added = repository.save(new ListOrder(
                0,
                event.id(),
                reader.personId(),
                rhythm,
                filter.q(),
                filter.status(),
                filter.kind(),
                filter.unanswered(),
                part.columns(),
                actor,
                rhythm.after(clock.instant(), event.zone())));
        audit.record(new Deed(actor, "event", event.id(), "list-ordered", Long.toString(added.id())));
        return true;
    }

    /**
     * What of a list is wanted.
     *
     * @param columns as in {@link ListOrder}
     */
    record Part(AttendeeFilter filter, @Nullable String columns) {}

    void remove(Event event, long id, String actor) {
        if (repository.remove(id, event.id()) > 0) {
            audit.record(new Deed(actor, "event", event.id(), "list-stopped", Long.toString(id)));
        }
    }
}
