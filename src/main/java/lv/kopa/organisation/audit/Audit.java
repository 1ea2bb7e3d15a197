package lv.kopa.organisation.audit;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The record of deeds. */
@Singleton
public class Audit {
    private final AuditRepository entries;
    private final ApplicationEventPublisher<Deed> publisher;
    private final Clock clock;

    Audit(AuditRepository entries, ApplicationEventPublisher<Deed> publisher, Clock clock) {
        this.entries = entries;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Records a deed in the transaction that does it, and tells listeners of it; both stand or fall together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Deed deed) {
        entries.insert(clock.instant(), deed.actor(), deed.subject(), deed.subjectId(), deed.deed(), deed.detail());
        publisher.publishEvent(deed);
    }

    /** What was done to a thing, the latest first. */
    public List<Entry> of(String subject, long id) {
        return entries.of(subject, id);
    }
}
