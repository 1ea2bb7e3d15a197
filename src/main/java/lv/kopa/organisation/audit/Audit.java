package lv.kopa.organisation.audit;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The record of deeds. */
@Singleton
public class Audit {
    private final AuditRepository entries;
    private final ApplicationEventPublisher<Deed> publisher;
    private final ChangesColumn changes;
    private final Clock clock;

    Audit(AuditRepository entries, ApplicationEventPublisher<Deed> publisher, ChangesColumn changes, Clock clock) {
        this.entries = entries;
        this.changes = changes;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Records deeds in the transaction that does them, and tells listeners of them; all stand or fall together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Deed> deeds) {
        Instant now = clock.instant();
        entries.saveAll(deeds.stream()
                .map(deed -> AuditRow.of(deed, now, changes.write(deed.changes())))
                .toList());
        deeds.forEach(publisher::publishEvent);
    }

    /** The same of one deed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Deed deed) {
        record(List.of(deed));
    }

    /** Forgets what was said of a kind of deed to a thing; that it was done stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetDetails(String subject, long id, String deed) {
        entries.forgetDetails(subject, id, deed);
    }

    /** Forgets what a thing was before all deeds and after them; that they were done stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetChanges(String subject, long id) {
        entries.forgetChanges(subject, id);
    }

    /** What was done to a thing, the latest first. */
    public List<Entry> of(String subject, long id) {
        return entries.of(subject, id);
    }
}
