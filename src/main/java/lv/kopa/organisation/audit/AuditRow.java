package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deed as it is kept.
 *
 * @param id given by the database, to many rows at once
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

        @MappedProperty(converter = ChangesColumn.class) @Nullable
        List<Change> changes) {
    static AuditRow of(Deed deed, Instant at) {
        return new AuditRow(
                null,
                at,
                deed.actor(),
                deed.subject(),
                deed.subjectId(),
                deed.deed(),
                deed.detail(),
                deed.changes().isEmpty() ? null : deed.changes());
    }
}
