package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deed as it is kept.
 *
 * @param id given by the database, to many rows at once
 * @param changes as {@link ChangesColumn} keeps them
 */
@MappedEntity("audit")
record AuditRow(
        @Id @Nullable Long id,
        Instant at,
        String actor,
        String subject,
        long subjectId,
        String deed,
        @Nullable String detail,
        @Nullable String changes) {
    static AuditRow of(Deed deed, Instant at, @Nullable String changes) {
        return new AuditRow(
                null, at, deed.actor(), deed.subject(), deed.subjectId(), deed.deed(), deed.detail(), changes);
    }
}
