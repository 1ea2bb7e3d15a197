package lv.kopa.event.template;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/** Drafts that are kept to start events from. They are in no list of events, and nobody but their organisers sees them. */
@Singleton
public class Templates {
    private final TemplateRepository repository;
    private final Audit audit;
    private final Clock clock;

    Templates(TemplateRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of organisations that are offered, the newest first. */
    public List<Event> of(Collection<Long> organisations) {
        return organisations.isEmpty() ? List.of() : repository.of(organisations);
    }

    /** What a draft is as a template; nothing where it is none. */
    public Optional<Template> find(Event event) {
        return event.isDraft() ? repository.find(event.id()) : Optional.empty();
    }

    /** Makes a template of a draft that was made for this in the same unit of work. */
    @UnitOfWork
    public void keep(Event draft, String actor) {
        tell(repository.keep(draft.id(), now()), draft, "template-kept", actor);
    }

    /** Offers a template no more. */
    @UnitOfWork
    public void remove(Event template, String actor) {
        tell(repository.remove(template.id(), now()), template, "template-removed", actor);
    }

    /** Offers one again that was removed. */
    @UnitOfWork
    public void putBack(Event template, String actor) {
        tell(repository.putBack(template.id()), template, "template-returned", actor);
    }

    private void tell(long done, Event event, String deed, String actor) {
        if (done > 0) {
            audit.record(new Deed(actor, "event", event.id(), deed));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
