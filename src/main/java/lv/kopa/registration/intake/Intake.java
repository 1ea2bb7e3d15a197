package lv.kopa.registration.intake;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.web.Token;

/** Registers those of a table who were chosen, all of them or nobody. */
@Singleton
class Intake {
    private final IntakeRepository repository;
    private final KeptTables tables;
    private final Bringing bringing;
    private final Audit audit;

    Intake(IntakeRepository repository, KeptTables tables, Bringing bringing, Audit audit) {
        this.repository = repository;
        this.tables = tables;
        this.bringing = bringing;
        this.audit = audit;
    }

    /**
     * How they are registered.
     *
     * @param restMayWait whether those for whom there is no place are to wait for one
     * @param written whether they are written to
     */
    record How(boolean restMayWait, boolean written) {}

    /** The keys of the addresses of those who are registered for an event. */
    List<String> registered(long event) {
        return repository.registered(event);
    }

    /**
     * Registers people and deletes the table they come from, so that it counts once.
     *
     * @return how many of them wait for a place
     * @throws lv.kopa.file.FileRefused if the table is kept no longer
     * @throws Bringing.NotForAll if there are places for some only, and the rest may not or cannot wait
     * @throws lv.kopa.registration.RegistrationSettled if somebody is registered by now
     */
    @UnitOfWork
    int register(EventDetails event, Token table, List<Applicant> people, How how, String actor) {
        tables.use(event.event().id(), table);
        Bringing.Host host =
                how.written() ? new Bringing.Host(event.organisation().name(), null) : null;
        int waiting = bringing.enter(event, people, how.restMayWait(), actor, host);
        audit.record(new Deed(actor, "event", event.event().id(), "people-imported", Integer.toString(people.size())));
        return waiting;
    }
}
