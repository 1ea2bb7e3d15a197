package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deed as it is kept.
 *
 * @param id 0 has the database give it one, for many rows at once
 */
@MappedEntity("audit")
record AuditRow(
        @Id long id,
        Instant at,
        String actor,
        String subject,
        long subjectId,
        String deed,
        @Nullable String detail) {
    static AuditRow of(Deed deed, Instant at) {
        return new AuditRow(0, at, deed.actor(), deed.subject(), deed.subjectId(), deed.deed(), deed.detail());
    }
}
